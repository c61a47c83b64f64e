"""The example plan of Qinghe in each of its formats, made from the blocks of one source."""
