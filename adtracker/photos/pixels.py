"""Pictures as tables of light, for whoever reads something off them; and parts of them as pictures again.

Loading this module loads Pillow and numpy.
"""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from adtracker.photos.clean import open_envelope, refusing
from adtracker.photos.decode import decoded

Light = NDArray[np.uint8]


def light_of(data: bytes, longest_side: int) -> Light:
    """How light each point of a picture is, 0 to 255, upright and no larger than asked. Raises PhotoError."""
    envelope = open_envelope(data)
    with refusing():
        return np.asarray(decoded(envelope, longest_side).convert("L"))


def png_of(light: Light) -> bytes:
    """A picture of some points."""
    out = io.BytesIO()
    Image.fromarray(light).save(out, "PNG", optimize=True)
    return out.getvalue()
