"""All guards there are."""

from bench.guards.content import CONTENT
from bench.guards.data import DATA
from bench.guards.locked import LOCKED
from bench.guards.media import MEDIA
from bench.guards.packs import PACKS
from bench.guards.pin import PIN
from bench.guards.pipes import PIPES
from bench.guards.records import RECORDS
from bench.guards.supervisor import SUPERVISOR
from bench.guards.taking import TAKING
from bench.guards.visit import VISIT

GUARDS = (
    *PACKS,
    *TAKING,
    *SUPERVISOR,
    *PIPES,
    *RECORDS,
    *LOCKED,
    *PIN,
    *VISIT,
    *CONTENT,
    *MEDIA,
    *DATA,
)
