"""What the tests in a browser share: the facts that the pages were made from."""

import pytest

from macros import inlezen
from macros.model import Plan, Regiovisie
from tests.paginas import PLAN, WORTEL


@pytest.fixture(scope="session")
def regiovisie() -> Regiovisie:
    return inlezen.laad(WORTEL)


@pytest.fixture(scope="session")
def plan(regiovisie: Regiovisie) -> Plan:
    return regiovisie.plannen[PLAN]
