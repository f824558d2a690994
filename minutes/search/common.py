"""The stems that most minutes hold: see `rules.grams`."""

# ruff: noqa: SIM905  a list of 280 quoted words is no easier to read
COMMON = frozenset(
    """
    allmän andr anmälan anslag anställd anställning ansv ansvar ansök ansökan ant
    april arbet arbetet arbetsgrupp arbetsmiljö arbetsutskot augusti avdelning
    avfall avgift avlopp avs avslag avslår avstyrk avtal avtalet bakgrund barn
    bedömning behov beredskap beslut beslutet beslutsunderlag besvar bibliotek
    bidrag bifall bilag bordlägg bordläggning bost bostäd budget bygglov
    byggnadsnämnd bör chef dag datum decemb del delegation delegationsbeslut
    delegationsordning delg delt delårsrapport detaljplan digital digitalisering
    ekonomi ekonomisk elev energi enhet enl ersät expediering fall fast fastställ
    februari finn fler form fritid fråg frågan fullmäkt får förening företag
    förordning förskol förslag förslaget först förvaltning förvaltningschef
    förändring gat genom genomför ger godkän granskning grund grupp gäll handling
    handlägg hel hus hållb hållbar idrot information informer int internkontroll
    interpellation intäk invån it januari juli juni juster justering kapitel klim
    kollektivtrafik komm kommun kommunal kommunfullmäkt kommunstyr kontroll kopi
    kostn kostnad kraft krav kron kultur kvalitet kvartal lag ledamot ledamöt
    leverantör lokal lägg länsstyr maj mar mark medarbet medborg medborgarförslag
    medel miljö miljönämnd mindr mnkr motion mål mån möj novemb ny nya nytt nämnd
    näringsliv oktob områd området omröstning omsorg ordför paragraf part period
    personal plan planering policy presidium progno program proposition protokoll
    protokollet rapport redovisning region reglement remiss representant reservation
    reserver result revision revisor riktlinj risk roll räddningstjänst röst
    samarbet samhäll sammanfattning sammanträd sammanträdet samt samverkan septemb
    servic servicenämnd ska skall skick skol skolan socialnämnd socialtjänst stat
    stor styr ställ störr svar syft syftet system säker sätt sök tax teknik tid
    tillstyrk tillstånd tjänst tjänsteskriv tkr tomt trafik tredj trygg turism
    underlag ungdom uppdr uppdrag uppdraget uppföljning upphandling utfall uts
    utskot utveckl utveckling val vatt verksam vic viss votering väg välj vård yrk
    yttr äldr ärend ärendet även år året årsredovisning återremiss återremitter
    åtgärd överklag översiktsplan övr
    """.split()
)
