"""The formats that an assessment is written in, one file each; `milepost.assessments.table.FORMATS` names them."""
