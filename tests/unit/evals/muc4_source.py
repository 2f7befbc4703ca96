"""A small source in the format of MUC-4, invented: three messages and their key."""

from __future__ import annotations

from pathlib import Path

MESSAGES = """DEV-MUC3-0001 (INVENTED)

   VELGA CITY, 3 JAN 90 (RADIO ORUN) -- [TEXT] FOUR GUNMEN OF THE RED
DAWN KIDNAPPED MAYOR ILSA BRANT IN DORVA ON 30 DECEMBER.

   THE POLICE SAID TODAY THAT THE SEARCH GOES ON.  RED DAWN WAS FOUNDED
IN 1980.

   A "NORTH" BANK OFFICE WAS BOMBED IN THE PORT OF KESH.


DEV-MUC3-0002

   ORUN, NO DATE (VOICE) -- [TEXT] THE HARVEST WAS GOOD.


DEV-MUC3-0003
   TARN (VELGONIA), JUNE 11 89 (WIRE) -- [TEXT] REBELS MAY ATTACK A
BRIDGE.
"""

KEY = """;;; a comment of the annotators

0.  MESSAGE: ID                     DEV-MUC3-0001 (INVENTED)
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  30 DEC 89
3.  INCIDENT: LOCATION              VELGONIA: EAST (DEPARTMENT): DORVA (TOWN)
4.  INCIDENT: TYPE                  KIDNAPPING
5.  INCIDENT: STAGE OF EXECUTION    ACCOMPLISHED
6.  INCIDENT: INSTRUMENT ID         *
9.  PERP: INDIVIDUAL ID             "FOUR GUNMEN" / "GUNMEN"
10. PERP: ORGANIZATION ID           "RED DAWN"
12. PHYS TGT: ID                    *
18. HUM TGT: NAME                   "ILSA BRANT"
19. HUM TGT: DESCRIPTION            "MAYOR": "ILSA BRANT"
                                    "DRIVER"
24. HUM TGT: TOTAL NUMBER           -

0.  MESSAGE: ID                     DEV-MUC3-0001 (INVENTED)
1.  MESSAGE: TEMPLATE               2 (OPTIONAL)
2.  INCIDENT: DATE                  (- 03 JAN 90) / (01 JAN 90 - 03 JAN 90)
3.  INCIDENT: LOCATION              (VELGONIA: KESH (PORT)) / (VELGONIA: KESH BAY (AREA))
4.  INCIDENT: TYPE                  BOMBING
5.  INCIDENT: STAGE OF EXECUTION    ACCOMPLISHED / THREATENED
6.  INCIDENT: INSTRUMENT ID         -
9.  PERP: INDIVIDUAL ID             ? "TERRORISTS"
10. PERP: ORGANIZATION ID           -
12. PHYS TGT: ID                    "\\"NORTH\\" BANK OFFICE" / "BANK OFFICE"
18. HUM TGT: NAME                   -
19. HUM TGT: DESCRIPTION            -

0.  MESSAGE: ID                     DEV-MUC3-0002
1.  MESSAGE: TEMPLATE               *
2.  INCIDENT: DATE                  *

0.  MESSAGE: ID                     DEV-MUC3-0003
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  - 11 JUN
3.  INCIDENT: LOCATION              VELGONIA
4.  INCIDENT: TYPE                  ATTACK
5.  INCIDENT: STAGE OF EXECUTION    THREATENED
9.  PERP: INDIVIDUAL ID             REBELS
10. PERP: ORGANIZATION ID           -
12. PHYS TGT: ID                    "BRIDGE"
18. HUM TGT: NAME                   -
19. HUM TGT: DESCRIPTION            -
"""


def write_source(root: Path) -> Path:
    """The root of such a distribution, with the split dev."""
    folder = root / "TASK" / "CORPORA" / "dev"
    folder.mkdir(parents=True)
    (folder / "dev-muc3-0001-0003").write_text(MESSAGES, encoding="latin-1")
    (folder / "key-dev-0001.muc4").write_text(KEY, encoding="latin-1")
    return root
