"""Every command and option is documented, and the page is what the commands say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "cli.md"


def test_reference_is_up_to_date() -> None:
    command = [sys.executable, str(ROOT / "tools" / "generate_cli_reference.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_command_and_option_of_the_help_is_documented() -> None:
    code = (
        "import typer; from govgraph.cli.main import app; group = typer.main.get_command(app)\n"
        "parameters = [p for c in [group, *group.commands.values()] for p in c.params]\n"
        "print('\\n'.join(name for p in parameters for name in p.opts if name.startswith('-')))\n"
        "print('\\n'.join(f'## govgraph {name}' for name in group.commands))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    page = PAGE.read_text(encoding="utf-8")
    named = [name for name in done.stdout.split("\n") if name and name != "--help"]
    assert len(named) > 20
    assert [name for name in named if name not in page] == []
