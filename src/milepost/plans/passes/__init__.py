"""The passes that read a plan, one file each; `milepost.plans.table` lists them in order."""
