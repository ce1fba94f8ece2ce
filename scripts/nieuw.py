"""Makes a new item in the terminal: asks what is needed, in the words of the form, and writes a file that passes the gate.

The questions are the fields of the form of the editor, and so come from the models. An answer goes through the gate at
once; what is wrong with it is told, and it is asked again. Answers can also come from another program, on its output or
as `--veld sleutel=waarde`.
"""

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from macros import inlezen
from macros.inlezen import ITEMTEKST, ITEMWOORD, Werkbank
from macros.model import ITEMSOORTEN, Regiovisie, Soort, bedoelde_u, naaste
from scripts.bouw import peildatum
from scripts.melden import Gebruiksfout, Melding, meld
from scripts.velden import Formulier, Veld

MAX_GETOOND = 12
"""How many choices are written out; of a longer list a word is enough."""

MAX_FOUTEN = 5
ONTBREEKT = "dit is nodig; schrijf een antwoord"
AANROEP = 'python3 scripts/regiovisie.py nieuw SOORT "Titel"'

Pad = tuple[str | int, ...]

NOG_EEN: Veld = {"widget": "select", "options": ["ja", "nee"]}
"""The question after each group of a list."""


def opdracht(wortel: Path, _opties: Mapping[str, str], rest: Sequence[str]) -> int:
    """Carries out `nieuw`."""
    woorden, gegeven = _lees(rest)
    try:
        bank = Werkbank.laad(wortel)
    except inlezen.Inleesfouten as mis:
        eerste = "\n".join(map(str, mis.fouten[:MAX_FOUTEN]))
        raise Melding(f"Er staat nog een fout in de site; die moet eerst weg.\n{eerste}") from None
    if not woorden:
        meld(_soorten(bank.regiovisie))
        return 0
    soort = _soort(woorden[0])
    werk = _Werk(wortel=wortel, bank=bank, soort=soort, dag=peildatum(None, os.environ), gegeven=gegeven)
    pad = werk.maak(woorden[1] if len(woorden) > 1 else None)
    meld(werk.klaar(pad))
    return 0


def _lees(rest: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """The words of the command, and what was given as a field."""
    woorden: list[str] = []
    gegeven: dict[str, str] = {}
    wachtrij = list(rest)
    while wachtrij:
        woord = wachtrij.pop(0)
        if woord in {"-h", "--help", "--hulp"}:
            return [], {}
        naam, is_teken, waarde = woord.partition("=")
        if naam == "--veld":
            veld = waarde if is_teken else (wachtrij.pop(0) if wachtrij else "")
            sleutel, is_teken, inhoud = veld.partition("=")
            if not (sleutel and is_teken):
                raise Gebruiksfout('Na --veld hoort een sleutel met een waarde: --veld samenvatting="Eén zin."')
            gegeven[sleutel.strip()] = inhoud
        elif woord.startswith("--"):
            raise Gebruiksfout(f"'nieuw' kent '{woord}' niet.{_vraag_mee(woord.lstrip('-'))}")
        else:
            woorden.append(woord)
    if len(woorden) > len(("soort", "titel")):
        raise Gebruiksfout(f"Er staan te veel woorden; zet de titel tussen aanhalingstekens: {AANROEP}")
    return woorden, gegeven


def _vraag_mee(sleutel: str) -> str:
    return f" Een veld vult u zo in: --veld {sleutel.partition('=')[0]}=..."


def _soorten(regiovisie: Regiovisie) -> str:
    """What can be made."""
    breedte = max(len(soort) for soort in Soort)
    regels = "\n".join(f"  {soort.value:<{breedte}}  {regiovisie.overzichten[soort].description}" for soort in Soort)
    return f"Gebruik: {AANROEP}\n\nU kunt dit maken:\n\n{regels}"


def _soort(woord: str) -> Soort:
    """The kind that was meant: its folder, or what one of it is called."""
    namen = {**{soort.value: soort for soort in Soort}, **{naam: soort for soort, naam in ITEMWOORD.items()}}
    if woord.casefold() in namen:
        return namen[woord.casefold()]
    hint = bedoelde_u(woord, namen).removeprefix("; ").capitalize()
    alle = ", ".join(soort.value for soort in Soort)
    raise Gebruiksfout(f"De soort '{woord}' bestaat niet. {hint + ' ' if hint else ''}U kunt maken: {alle}.")


class _Fout(Exception):  # noqa: N818 - the Dutch noun; it never leaves this module
    """An answer that can't be: the sentence that says why."""


@dataclass(kw_only=True)
class _Werk:
    """The making of one item."""

    wortel: Path
    bank: Werkbank
    soort: Soort
    dag: date
    gegeven: Mapping[str, str]
    kop: dict[str, Any] = field(default_factory=dict)
    naam: str = ""

    def __post_init__(self) -> None:
        formulier = Formulier(self.bank.regiovisie, self.dag)
        (dit,) = (v for v in formulier.verzamelingen() if v["name"] == self.soort.value)
        self.velden: dict[str, Veld] = {veld["name"]: veld for veld in dit["fields"] if veld["name"] != "body"}
        self.titelveld: str = dit["identifier_field"]
        self.formulier = formulier
        vreemd = next((naam for naam in self.gegeven if naam.partition(".")[0] not in self.velden), None)
        if vreemd:
            hint = bedoelde_u(vreemd, self.velden) or f"; er zijn: {', '.join(self.velden)}"
            raise Gebruiksfout(f"Er is geen veld '{vreemd}'{hint}.")

    # ---- the whole -------------------------------------------------------------------------------------

    def maak(self, titel: str | None) -> Path:
        """Ask what is needed and write the file; return where it is."""
        self.kop["template"] = "item.html"
        titel = titel if titel is not None else self.gegeven.get(self.titelveld)
        self._neem_titel(titel)
        for naam, veld in self.velden.items():
            if naam in {"template", self.titelveld}:
                continue
            if (
                naam in self.gegeven
                or any(deel.startswith(f"{naam}.") for deel in self.gegeven)
                or ITEMSOORTEN[self.soort].model_fields[naam].is_required()
            ):
                self._vraag_of_neem(veld, (naam,))
        self._herstel()
        return self._schrijf()

    def _neem_titel(self, titel: str | None) -> None:
        """Take the title, or ask for it; it must make a name for the file that is not taken."""
        veld = self.velden[self.titelveld]

        def lees(antwoord: str) -> str:
            if not antwoord:
                raise _Fout(ONTBREEKT)
            if mis := self._bezwaar((self.titelveld,), antwoord):
                raise _Fout(mis)
            naam = inlezen.als_id(antwoord)
            if not naam or naam == "index":
                raise _Fout("van deze woorden is geen naam voor het bestand te maken; schrijf een andere titel")
            if (self.wortel / "docs" / self.soort.value / f"{naam}.md").exists():
                raise _Fout(
                    f"docs/{self.soort.value}/{naam}.md bestaat al; kies een andere titel, of verander dat bestand"
                )
            self.naam = naam
            return antwoord

        if titel is None:
            meld(f"Nieuw: {ITEMWOORD[self.soort]}.\n")
            self.kop[self.titelveld] = _vraag(veld, lees, None, self.titelveld)
        else:
            self.kop[self.titelveld] = _gegeven(titel, lees, self.titelveld)

    def _herstel(self) -> None:
        """Ask again for what doesn't fit the rest, and for what has become needed."""
        for _ in self.velden:
            bezwaren = list(self._bezwaren(self.kop))
            if not bezwaren:
                return
            pad, tekst = bezwaren[0]
            tekst = tekst.removesuffix(".")
            genoemd = re.findall(r"'?(\w+)(?::'|\b)", tekst)
            naam = str(pad[0]) if pad else next((woord for woord in genoemd if woord in self.velden), "")
            if naam not in self.velden or naam in self.gegeven:
                raise Melding(f"Het bestand is niet gemaakt: {tekst}.")
            meld(f"Dit klopt nog niet: {tekst}.\n")
            self.kop.pop(naam, None)
            self._vraag_of_neem(self.velden[naam], (naam,))
        raise Melding(f"Het bestand is niet gemaakt: {next(iter(self._bezwaren(self.kop)))[1]}.")

    def _schrijf(self) -> Path:
        """Write the file, unless there is one by now."""
        pad = Path("docs") / self.soort.value / f"{self.naam}.md"
        try:
            with (self.wortel / pad).open("x", encoding="utf-8", newline="\n") as bestand:
                bestand.write(f"---\n{_yaml(self._op_volgorde())}---\n\n{ITEMTEKST}\n")
        except FileExistsError:
            raise Melding(f"{pad.as_posix()} bestaat al; er is niets veranderd.") from None
        return pad

    def _op_volgorde(self) -> dict[str, Any]:
        eerst = ("template", self.titelveld)
        laatst = {"status": self.kop.get("status", "concept"), "publicatiedatum": self.kop["publicatiedatum"]}
        midden = {naam: waarde for naam, waarde in self.kop.items() if naam not in {*eerst, *laatst}}
        return {**{naam: self.kop[naam] for naam in eerst}, **midden, **laatst}

    def klaar(self, pad: Path) -> str:
        """Where it is, and what to do next."""
        over = [
            f"{v['label']} ({naam})" for naam, v in self.velden.items() if naam not in self.kop and naam != "status"
        ]
        return (
            f"\nGemaakt: {pad.as_posix()}\n"
            "Het is een concept: het staat nog niet op de site.\n\n"
            "Zo gaat u verder:\n"
            "1. Open het bestand en schrijf verder.\n"
            f"   Dit kan er nog bij: {', '.join(over)}.\n"
            "2. Kijk het na: python3 scripts/regiovisie.py controle\n"
            "3. Is het klaar, schrijf dan 'status: gepubliceerd'."
        )

    # ---- what the gate says ------------------------------------------------------------------------------

    def _bezwaren(self, kop: Mapping[str, Any]) -> Iterator[tuple[Pad, str]]:
        """Yield what keeps an item with this head from being published, each with the path to it."""
        oordeel = self.bank.beoordeel(self.soort, self.naam or "nieuw", _yaml(kop).encode(), self.dag)
        yield from ((bezwaar.pad, bezwaar.tekst) for bezwaar in oordeel.bezwaren)
        yield from ((b.pad, b.tekst) for b in oordeel.bevindingen if b.regel.blokkeert)

    def _bezwaar(self, pad: Pad, waarde: object) -> str | None:
        """What the gate has against this value in this place, whatever else is still to come."""
        kop = _met(self.kop, pad, waarde)
        return next((tekst for plek, tekst in self._bezwaren(kop) if plek[: len(pad)] == pad), None)

    # ---- one field -----------------------------------------------------------------------------------------

    def _vraag_of_neem(self, veld: Veld, pad: Pad) -> None:
        """Fill the field in: from what was given, or by asking."""
        sleutel = ".".join(map(str, pad))
        if veld["widget"] == "object":
            self._groep(veld, pad)
        elif veld["widget"] == "list" and "fields" in veld:
            self._rij(veld, pad)
        else:

            def lees(antwoord: str) -> object:
                waarde = _waarde(self._met_keuzes(veld), antwoord)
                if mis := self._bezwaar(pad, waarde):
                    raise _Fout(mis)
                return waarde

            if sleutel in self.gegeven:
                waarde = _gegeven(self.gegeven[sleutel], lees, sleutel)
            else:
                waarde = _vraag(self._met_keuzes(veld), lees, self._voorzet(veld), sleutel)
            self.kop = _met(self.kop, pad, waarde)

    def _groep(self, veld: Veld, pad: Pad) -> None:
        """Fill in a group of fields: those that it can't do without, and those that were given."""
        mag_leeg = not any(deel["required"] for deel in veld["fields"])
        for deel in veld["fields"]:
            sleutel = ".".join(map(str, (*pad, deel["name"])))
            begint = any(naam == sleutel or naam.startswith(f"{sleutel}.") for naam in self.gegeven)
            if deel["required"] or begint or mag_leeg:
                samen = {**deel, "label": f"{veld['label']}: {deel['label'][:1].lower()}{deel['label'][1:]}"}
                self._vraag_of_neem(samen, (*pad, deel["name"]))

    def _rij(self, veld: Veld, pad: Pad) -> None:
        """Fill in one or more of the same group."""
        nog_een = {**NOG_EEN, "label": f"Nog een erbij? ({veld['label'].lower()})"}
        for nummer in range(veld.get("max", MAX_GETOOND)):
            self._groep({**veld, "label": f"{veld['label']} {nummer + 1}"}, (*pad, nummer))
            sleutel = ".".join(map(str, (*pad, nummer + 1)))
            volgt = any(naam.startswith(f"{sleutel}.") for naam in self.gegeven)
            if not volgt and _vraag(nog_een, lambda antwoord: _waarde(NOG_EEN, antwoord), "nee", sleutel) == "nee":
                return

    def _voorzet(self, veld: Veld) -> str | None:
        voorzet = veld.get("default")
        return str(self.dag) if voorzet == "{{now}}" else voorzet or None

    def _met_keuzes(self, veld: Veld) -> Veld:
        """A field that points at other items, with those items to choose from."""
        if veld["widget"] != "relation":
            return veld
        items = self.bank.regiovisie.items[Soort(veld["collection"])]
        return {**veld, "options": [{"label": item.kop, "value": naam} for naam, item in items.items()]}


# --------------------------------------------------------------------------------------------------
# Questions and answers
# --------------------------------------------------------------------------------------------------


def _vraag(veld: Veld, lees: Callable[[str], Any], voorzet: str | None, sleutel: str) -> Any:  # noqa: ANN401 - as many types as fields
    """Ask until the answer can be used; an empty one takes what is already there."""
    meld(_als_vraag(veld))
    while True:
        try:
            antwoord = input(f"[{voorzet}] > " if voorzet else "> ").strip() or voorzet or ""
        except EOFError:
            if voorzet is None:
                raise Melding(f"\nEr is geen antwoord op '{veld['label']}'.{_vraag_mee(sleutel)}") from None
            antwoord = voorzet
        if not sys.stdin.isatty():
            meld("")
        try:
            return lees(antwoord)
        except _Fout as mis:
            meld(f"  Dat kan niet: {_zin(mis)}")


def _gegeven(antwoord: str, lees: Callable[[str], Any], sleutel: str) -> Any:  # noqa: ANN401 - as many types as fields
    """Take an answer that nobody is there to mend."""
    try:
        return lees(antwoord.strip())
    except _Fout as mis:
        raise Melding(f"{sleutel}: {_zin(mis)}") from None


def _zin(mis: _Fout) -> str:
    return f"{mis}".removesuffix(".").removesuffix("?") + ("?" if f"{mis}".endswith("?") else ".")


def _als_vraag(veld: Veld) -> str:
    """The question as it stands in the terminal: what it is, the hint, and the choices."""
    regels = [veld["label"]]
    if veld.get("hint"):
        regels.append(f"  {veld['hint']}")
    keuzes = _keuzes(veld)
    if keuzes:
        regels += [f"  {nummer}. {woord}" for nummer, (_, woord) in enumerate(keuzes[:MAX_GETOOND], 1)]
        if len(keuzes) > MAX_GETOOND:
            regels.append(f"  ... en nog {len(keuzes) - MAX_GETOOND}; een deel van de naam is genoeg")
        hoe = "  Schrijf een nummer of een woord."
        regels.append("  Schrijf nummers of woorden, met komma's ertussen." if veld.get("multiple") else hoe)
    elif veld["widget"] == "list":
        regels.append("  Zet een puntkomma tussen de onderdelen.")
    return "\n".join(regels)


def _keuzes(veld: Veld) -> list[tuple[str, str]]:
    """What can be chosen: the value, and the words for it."""
    return [
        (keuze["value"], keuze["label"]) if isinstance(keuze, dict) else (keuze, keuze)
        for keuze in veld.get("options", ())
    ]


def _waarde(veld: Veld, antwoord: str) -> object:
    """The value that an answer stands for."""
    if not antwoord:
        raise _Fout(ONTBREEKT)
    if veld["widget"] in {"select", "relation"}:
        if veld.get("multiple"):
            return [_keuze(veld, deel.strip()) for deel in antwoord.split(",") if deel.strip()]
        return _keuze(veld, antwoord)
    if veld["widget"] == "list":
        return [deel.strip() for deel in antwoord.split(";") if deel.strip()]
    return antwoord.replace("\\n", "\n")


def _keuze(veld: Veld, antwoord: str) -> str:
    """The value that was chosen: by number, by value, by name, or by a part of the name that is like no other."""
    keuzes = _keuzes(veld)
    if antwoord.isdecimal() and 1 <= int(antwoord) <= len(keuzes):
        return keuzes[int(antwoord) - 1][0]
    klein = antwoord.casefold()
    gelijk = [waarde for waarde, woord in keuzes if klein in {waarde.casefold(), woord.casefold()}]
    deels = gelijk or [waarde for waarde, woord in keuzes if klein in woord.casefold()]
    if len(deels) == 1:
        return deels[0]
    if deels:
        raise _Fout(f"'{antwoord}' past bij meer: {', '.join(deels[:MAX_GETOOND])}; schrijf een van deze")
    dichtbij = naaste(antwoord, [*(woord for _, woord in keuzes), *(waarde for waarde, _ in keuzes)])
    hint = f"bedoelde u '{dichtbij}'?" if dichtbij else "kies een van de mogelijkheden hierboven"
    raise _Fout(f"'{antwoord}' staat er niet bij; {hint}")


def _met(kop: Mapping[str, Any], pad: Pad, waarde: object) -> dict[str, Any]:
    """The head with this value in this place."""
    return _gezet(kop, pad, waarde)  # type: ignore[no-any-return] # a mapping with a value in it is a mapping


def _gezet(geheel: Any, pad: Pad, waarde: object) -> Any:  # noqa: ANN401 - a mapping, a list or a value
    if not pad:
        return waarde
    stap, *rest = pad
    if isinstance(stap, int):
        lijst = list(geheel or [])
        oud = lijst[stap] if stap < len(lijst) else None
        lijst[stap : stap + 1] = [_gezet(oud, tuple(rest), waarde)]
        return lijst
    return {**(geheel or {}), stap: _gezet((geheel or {}).get(stap), tuple(rest), waarde)}


def _yaml(kop: Mapping[str, Any]) -> str:
    """The head as it stands in the file."""
    import yaml

    class Schrijver(yaml.SafeDumper):
        """Writes paragraphs as such."""

    def tekst(schrijver: yaml.SafeDumper, waarde: str) -> yaml.ScalarNode:
        return schrijver.represent_scalar("tag:yaml.org,2002:str", waarde, style="|" if "\n" in waarde else None)

    Schrijver.add_representer(str, tekst)
    geschreven: str = yaml.dump(dict(kop), Dumper=Schrijver, allow_unicode=True, sort_keys=False, width=100_000)
    return re.sub(r"^(\S*(?:datum|begin|eind|tot): )'(\d{4}-\d\d-\d\d)'$", r"\1\2", geschreven, flags=re.MULTILINE)
