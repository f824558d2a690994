"""What search makes known when the app starts."""

from boards.shared.published.snapshots import after_publish
from minutes.search.actions import index

after_publish.append(index)
