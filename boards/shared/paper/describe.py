"""What the file says of itself: title, language, and the standards it keeps.

PDF/A-3a and PDF/UA-1 are claimed only for pages we made ourselves: nobody knows what
an uploaded appendix keeps.
"""

from functools import cache
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageCms

from boards.shared.paper.markup import CONTROL
from boards.shared.paper.tree import Document

PRODUCER = "Justera"
PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{organ}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>{claims}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
# PDF/A knows no PDF/UA: the schema has to be explained inside the packet.
CLAIMS = """
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""


def describe(pdf: pikepdf.Pdf, document: Document, *, conforms: bool) -> None:
    """Set language, title, metadata and the colours' meaning."""
    root = pdf.Root
    root.Lang = String(document.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.Metadata = _metadata(pdf, document, conforms=conforms)
    profile = pdf.make_stream(_srgb(), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB"),
        DestOutputProfile=profile,
    )
    root.OutputIntents = Array([pdf.make_indirect(intent)])
    # No dates: the same tree gives the same bytes whenever it is printed.
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    pdf.docinfo["/Title"] = String(_known(document.title))
    pdf.docinfo["/Author"] = String(_known(document.organ))
    pdf.docinfo["/Producer"] = String(PRODUCER)


def _metadata(
    pdf: pikepdf.Pdf, document: Document, *, conforms: bool
) -> pikepdf.Object:
    packet = PACKET.format(
        title=escape(_known(document.title)),
        organ=escape(_known(document.organ)),
        language=escape(document.language),
        producer=PRODUCER,
        claims=CLAIMS if conforms else "",
    )
    stream = pdf.make_stream(packet.encode())
    stream.Type = Name.Metadata
    stream.Subtype = Name.XML
    return stream


def _known(text: str) -> str:
    return CONTROL.sub("", text)


@cache
def _srgb() -> bytes:
    """Return the colour profile; its own date is taken out so that bytes repeat."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[24:36] = bytes.fromhex("07d0 0001 0001 0000 0000 0000")
    return bytes(made)
