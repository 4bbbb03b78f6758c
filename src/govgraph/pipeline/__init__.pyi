from govgraph.pipeline.building import build, remove
from govgraph.pipeline.desk import desk
from govgraph.pipeline.extraction import Extraction, extract_records, reader_for
from govgraph.pipeline.inferring import INFERRED, write_inferences
from govgraph.pipeline.merging import Merged, merge
from govgraph.pipeline.options import BuildOptions, Progress, silent
from govgraph.pipeline.refilling import refill
from govgraph.pipeline.rehydrating import Gap, Lack, Rehydration, rehydrate
from govgraph.pipeline.result import BuildResult, Changes, Counts, has_findings
from govgraph.pipeline.surveying import Survey, Surveyed, survey
from govgraph.written import OUTPUTS

__all__ = [
    "INFERRED",
    "OUTPUTS",
    "BuildOptions",
    "BuildResult",
    "Changes",
    "Counts",
    "Extraction",
    "Gap",
    "Lack",
    "Merged",
    "Progress",
    "Rehydration",
    "Survey",
    "Surveyed",
    "build",
    "desk",
    "extract_records",
    "has_findings",
    "merge",
    "reader_for",
    "refill",
    "rehydrate",
    "remove",
    "silent",
    "survey",
    "write_inferences",
]
