"""Readers of file formats, one file each; `milepost.documents.table` lists them."""
