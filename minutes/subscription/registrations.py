"""What subscriptions make known when the app starts."""

from boards.shared.published.role import openings
from boards.shared.published.snapshots import after_publish
from minutes.subscription.following import note
from minutes.subscription.opening import OPENING

after_publish.append(note)
openings.append(OPENING)
