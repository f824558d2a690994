"""A tree built as the model protokoll is; people and kommuner are invented."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from boards.shared.paper.tree import (
    AppendixPages,
    Block,
    Column,
    Document,
    Field,
    FieldGroup,
    FieldTable,
    Heading,
    NoticeBlock,
    PageBreak,
    Row,
    Section,
    SignatureBlock,
    SignatureField,
    Table,
    TableOfContents,
    bullets,
    cells,
    numbered,
    paragraph,
    runs,
)

ORGAN = "Gemensam servicenämnd för IT, växel och telefoni"
DAY = date(2020, 9, 29)
STAMP = "Bilaga 1, ITVT § 12/2020-09-29"
DECISION = f"{ORGAN}s beslut"

FRONT: tuple[Block, ...] = (
    FieldTable(
        (
            Field(
                "Plats och tid",
                ("Berga kommun, kommunhuset, Stora Ljungås, kl. 09.00–10.10",),
            ),
            Field(
                "Beslutande",
                (
                    "Göran Ekström (M), ordförande, Alby kommun",
                    "Birgitta Lindqvist (C), vice ordförande, Berga kommun",
                ),
            ),
            Field(
                "Övriga deltagare",
                groups=(
                    FieldGroup(
                        "Ej tjänstgörande ersättare",
                        (
                            "Mats Åhlund (S), Alby kommun",
                            "Tora Wikman (S), Berga kommun",
                        ),
                    ),
                    FieldGroup(
                        "Personal",
                        (
                            "Ingrid Bergqvist, kommundirektör, Alby kommun",
                            "Lars Björnfot, kommunchef, Berga kommun, deltar digitalt",
                            "Jan Hedlund, IT-chef, Alby och Berga kommuner",
                            "Jenny Nygård, controller, Alby och Berga kommuner",
                            "Sara Gårdman, kommunsekreterare/kanslichef, Berga kommun",
                            "Fatima Sundell, nämndsamordnare, Alby kommun",
                        ),
                    ),
                ),
            ),
            Field("Utses att justera", ("Birgitta Lindqvist (C)",)),
            Field(
                "Justeringens plats och tid",
                ("Kommunhuset, Berga kommun, 2020-09-29, kl. 12.00",),
            ),
        )
    ),
    SignatureBlock(
        "Underskrifter",
        (
            SignatureField("secretary", "Sekreterare", "Fatima Sundell"),
            SignatureField("chair", "Ordförande", "Göran Ekström (M)"),
            SignatureField("approver-1", "Justerande", "Birgitta Lindqvist (C)"),
        ),
        (Field("Paragrafer", ("11–14",)),),
    ),
    NoticeBlock(
        "ANSLAG/BEVIS",
        runs("Justeringen av protokollet har tillkännagivits på anslagstavlan."),
        (
            Field("Organ", (ORGAN,)),
            Field("Sammanträdesdatum", ("2020-09-29",)),
            Field("Anslaget sätts upp", ("2020-09-29",)),
            Field("Anslaget tas ned", ("2020-10-21",)),
            Field("Protokollet förvaras", ("Kommunhuset, Alby kommun",)),
        ),
        SignatureField("notice", "Underskrift", "Fatima Sundell"),
    ),
)


def _summary(*texts: str) -> tuple[Block, ...]:
    return (Heading(3, "Sammanfattning"), *(paragraph(text) for text in texts))


INFORMATION = Section(
    key="item-11",
    number="§ 11",
    running="ITVT § 11",
    title="IT-chefen informerar",
    blocks=(
        *_summary("IT-chefen går igenom läget i nämndens större uppdrag under året."),
        Heading(4, "Ekonomi"),
        paragraph(
            "Till och med den 31 augusti 2020 är utfallet 2 791 tkr sämre än budget."
            " För hela året väntas ett underskott om 3 850 tkr."
        ),
        Heading(4, "Större leveransavvikelser"),
        paragraph(
            "Två avvikelser noteras sedan maj: ett avbrott i telefonin den 18 augusti"
            " och ett åsknedslag den 20 augusti som stoppade all leverans till dagen"
            " därpå."
        ),
        Heading(4, "Projekt Caterpillar"),
        paragraph("Över 1 000 datorer har delats ut och systemen flyttas i etapper."),
        Heading(3, DECISION),
        numbered("Informationen tas emot och läggs till handlingarna."),
    ),
)

INTERIM = Section(
    key="item-12",
    number="§ 12",
    running="ITVT § 12",
    reference="DNR ITVT 4/2020",
    title=f"Delårsrapport per 2020-08-31 för {ORGAN[0].lower()}{ORGAN[1:]}",
    blocks=(
        *_summary(
            "De två servicenämnderna redovisar tillsammans ett underskott om 674 tkr."
            " Nämnden för ekonomi och personal ligger 2 117 tkr på plus, nämnden för"
            " IT, växel och telefoni 2 791 tkr på minus.",
            "Årsprognosen är ett underskott om 3 850 tkr respektive ett överskott om"
            " 800 tkr.",
        ),
        Heading(3, "Beslutsunderlag"),
        paragraph("Tjänsteskrivelse i ärendet daterad 2020-09-14"),
        paragraph("Delårsrapport gemensamma servicenämnder daterad 2020-08-31"),
        Heading(3, "Förslag till beslut"),
        paragraph("Förvaltningens förslag till beslut:"),
        bullets("Delårsrapport per 2020-08-31 godkänns."),
        Heading(3, "Beslutsgång"),
        paragraph("Ordföranden frågar om förslaget antas och finner att så sker."),
        Heading(3, DECISION),
        numbered(f"Delårsrapport per 2020-08-31 godkänns (b{STAMP[1:]})."),
    ),
    dispatched_to=("Kommunstyrelsen i Alby kommun",),
)

RISKS: tuple[Row, ...] = (
    cells(
        "IT-säkerhet, IT-incidenter",
        "Kontroll att behörigheter är rätt för IT-personal",
        "4",
        "Kontroll: IT-arkitekt\nRapport: IT-chef",
        "",
    ),
    cells(
        "Uppdaterad systemkarta",
        "Kontrollera att varje förvaltnings system är uppdaterade",
        "4",
        "Kontroll: Leveransansvarig\nRapport: IT-chef",
        "",
    ),
    cells(
        "Change-processen: inga oförutsedda störningar i IT-miljön",
        "Förändringsprocessen följs upp",
        "4",
        "Kontroll: Change manager\nRapport: IT-chef",
        "",
    ),
    cells(
        "Upphandlingsprocessen: avdelningen följer LOU",
        "Alla inköp går genom utsedd roll innan de görs",
        "4",
        "Kontroll: IT-controller\nRapport: IT-chef",
        "",
    ),
    cells(
        "Uppföljning av IT-projektkostnader",
        "Fakturering mot budget och resultat",
        "4",
        "Kontroll: IT-controller\nRapport: Styrgrupp och ekonomicontroller",
        "",
    ),
)

CONTROL_PLAN = Section(
    key="item-13",
    number="§ 13",
    running="ITVT § 13",
    reference="DNR ITVT 5/2020",
    title=f"Internkontrollplan 2021 för {ORGAN[0].lower()}{ORGAN[1:]}",
    blocks=(
        *_summary(
            "Intern kontroll är ett löpande arbete som berör alla, från nämnden till"
            " den enskilda handläggaren. Den ska fånga upp fel, till exempel i hur"
            " resurser används, så att de kan rättas.",
            "Förvaltningen har arbetat fram en plan för 2021 med fem kontrollmoment.",
        ),
        Table(
            (
                Column("Risk i process, rutin eller system"),
                Column("Kontrollmoment"),
                Column("Risk- och väsentlighets\u00adbedömning"),
                Column("Ansvar för kontroll och rapportering"),
                Column("Uppnått resultat"),
            ),
            RISKS,
            caption="Internkontrollplan 2021",
        ),
        Heading(3, "Beslutsunderlag"),
        paragraph("Tjänsteskrivelse i ärendet daterad 2020-09-21"),
        Heading(3, "Förslag till beslut"),
        paragraph("Förvaltningens förslag till beslut:"),
        bullets("Internkontrollplan 2021 antas."),
        paragraph("Birgitta Lindqvist (C) föreslår följande tillägg:"),
        bullets("Process för incidenthantering läggs till internkontrollplan 2021."),
        Heading(3, "Beslutsgång"),
        paragraph(
            "Ordföranden frågar om förvaltningens förslag med Birgitta Lindqvists (C)"
            " tilläggsförslag antas och finner att så sker."
        ),
        Heading(3, DECISION),
        numbered(
            "Internkontrollplan 2021 antas.",
            "Process för incidenthantering läggs till internkontrollplan 2021.",
        ),
    ),
    dispatched_to=("Kommunstyrelsen i Alby kommun",),
)

MESSAGES = Section(
    key="item-14",
    number="§ 14",
    running="ITVT § 14",
    title="Meddelande",
    blocks=(
        paragraph("Vid sammanträdet redovisas följande meddelande:"),
        Table(
            (
                Column("Nr", width=0.1),
                Column("Meddelandeförteckning", width=0.65),
                Column("DNR", width=0.25),
            ),
            (
                cells(
                    "1",
                    "KF § 80/2020-06-16 Rambeslut för budget 2021–2023",
                    "ITVT 1/2020",
                ),
            ),
        ),
        Heading(3, DECISION),
        numbered("Meddelandet läggs till handlingarna."),
    ),
)

FIGURES = Table(
    (
        Column("Resultaträkning (tkr)"),
        Column("Utfall ack. aug 2019"),
        Column("Budget ack. aug 2020"),
        Column("Utfall ack. aug 2020"),
        Column("Budget 2020"),
        Column("Prognos 2020"),
        Column("Avvikelse helår"),
    ),
    (
        cells("Intäkter", "-5 927", "-3 174", "-3 445", "-4 311", "-4 635", "324"),
        cells(
            "Personalkostnader", "5 006", "5 418", "4 040", "8 388", "6 847", "1 541"
        ),
        cells(
            "Övriga kostnader", "11 017", "6 202", "10 641", "8 852", "14 567", "-5 715"
        ),
        cells("Kapitalkostnad", "1 043", "782", "781", "1 137", "1 137", "0"),
    ),
    total_rows=(
        cells("Summa", "11 140", "9 227", "12 018", "14 066", "17 916", "-3 850"),
        cells("Kommunbidrag", "10 737", "9 227", "9 227", "14 066", "14 066", ""),
        cells("Resultat", "-403", "0", "-2 791", "0", "-3 850", ""),
    ),
    caption="Utfall och prognos 2020-08-31",
)


def uploaded(pages: int = 2, *, size: tuple[float, float] = (595, 842)) -> bytes:
    """Return an uploaded PDF with its own page size."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=size, invariant=1)
    for number in range(1, pages + 1):
        canvas.drawString(60, size[1] - 90, f"Uppladdad sida {number}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def model_minutes(**changes: Any) -> Document:
    """Return the whole document: an uploaded appendix and one made of blocks."""
    document = Document(
        title=f"Protokoll {ORGAN} 2020-09-29",
        kind="SAMMANTRÄDESPROTOKOLL",
        organ=ORGAN,
        municipality="Alby kommun",
        meeting_date=DAY,
        blocks=(
            *FRONT,
            PageBreak(),
            TableOfContents(),
            INFORMATION,
            INTERIM,
            CONTROL_PLAN,
            MESSAGES,
        ),
        appendices=(
            AppendixPages(
                "b1", STAMP, "Delårsrapport", pdf=uploaded(), section_key="item-12"
            ),
            AppendixPages(
                "b2",
                "Bilaga 2, ITVT § 12/2020-09-29",
                "Sammanställning",
                blocks=(Heading(2, "IT, växel och telefoni"), FIGURES),
                section_key="item-12",
            ),
        ),
    )
    return replace(document, **changes)
