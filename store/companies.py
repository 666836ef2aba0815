"""Companies, their aliases, parents and families.

A company is one name key; short names that begin longer ones ("Quillon", "Quillon Semiconductor") share a
*family* with them, as do parents and subsidiaries. Families serve to find candidates; whether two reports are
about the same company is decided by the judge. The grouping is a function of what is on file, never of the
order in which it came.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import datetime
from difflib import SequenceMatcher

from store.engine import Engine, Row, StoreError, marks
from store.words import CJK, SOUND_LETTERS, fold, sound, sounds_alike

_WORD_BEGIN = re.compile(rf"[^\s{CJK}]+")
_CJK = re.compile(f"[{CJK}]")

_GENERAL = """
    air all american arab asia asian atlantic australian banca banco bank banque big british canadian central century
    china chinese city credit crédit data deutsche digital east eastern energy euro european federal first french
    general german global grand great green group groupe heavy hong india indian international italian japan japanese
    korea korean le life london media mobile national new nippon nord north northern oil old one pacific petro power
    public research royal saudi société south southern spanish standard state super swiss tech technology the tokyo
    union united universal us usa west western white world young
    中国 中华 中華 北京 上海 深圳 香港 日本 東京 大阪 国際 國際 国家 新日 全日 東亜 大韓 한국 대한 서울 국민 우리
"""
#: Words and places that many unrelated names begin with: alone they make no family.
GENERAL = frozenset(_GENERAL.split())


#: Of several companies with one name: a person's word goes first, then what is listed, then whose own name it is.
_TRUST = "CASE a.by WHEN 'gazetteer' THEN 1 WHEN 'reader' THEN 2 ELSE 0 END, CASE WHEN c.key = a.key THEN 0 ELSE 1 END"


def head(key: str) -> str:
    """What names of one family begin with: the first word of a key, two characters in scripts without spaces."""
    word = _WORD_BEGIN.match(key)
    return word.group() if word else key[:2]


def heard(key: str) -> str:
    """What names that sound alike in two scripts have in common: the first letters of the sound.

    "" for short ones, and for a general first word ("Global Foods" is no kin of every グローバル...).
    """
    first = key if _CJK.search(key) else key.split(" ", 1)[0]
    letters = "" if first in GENERAL else sound(first)
    return letters[:SOUND_LETTERS] if len(letters) >= SOUND_LETTERS else ""


def begins(longer: str, shorter: str) -> bool:
    """Is the key `shorter` the same as `longer`, or its beginning, word by word?

    Scripts without spaces have no borders to see: there two characters are enough ("三菱", "三菱重工"), and a
    Latin name may go straight over into them ("LG", "LG화학"). A general word begins nothing ("first").
    """
    if longer == shorter:
        return True
    if not shorter or not longer.startswith(shorter) or shorter in GENERAL:
        return False
    after = longer[len(shorter)]
    if after == " ":
        return True
    if _CJK.match(shorter[-1]):
        return len(shorter) >= 2
    return bool(_CJK.match(after))


class Companies:
    """Names as they were read, and what people said about them. Keys come from `bot.read.companies.key`."""

    def __init__(self, engine: Engine) -> None:
        self.db = engine

    def resolve(self, name: str, key: str, now: datetime, by: str = "reader") -> int:
        """The id of the company with this key or alias; created when unknown. A person's alias goes first.

        Of the forms of a name that readers met ("Quillon", "QUILLON PLC"), the plainest is shown, whichever came
        first. Raises StoreError for an empty key.
        """
        if not key:
            raise StoreError(f"{name!r} is not a name of a company; give one with letters or digits in it")
        row = self.db.one(
            "SELECT a.company_id, c.key, c.name, c.by FROM aliases a JOIN companies c ON c.id = a.company_id "
            f"WHERE a.key = :key ORDER BY {_TRUST}, a.company_id LIMIT 1",
            {"key": key},
        )
        if row is None:
            return self._create(name, key, now, by)
        shown = row["key"] == key or (_CJK.search(row["key"]) and not _CJK.search(key))  # its own name, or that in Latin
        if row["by"] == "reader" and shown and _plainness(name) < _plainness(row["name"]):
            with self.db.transaction():
                new = {"id": row["company_id"], "key": key, "name": name}
                self.db.execute("UPDATE companies SET name = :name WHERE id = :id", {"id": new["id"], "name": name})
                self.db.execute(
                    "UPDATE aliases SET name = :name WHERE key = :key AND company_id = :id AND by = 'reader'", new
                )
        return int(row["company_id"])

    def _create(self, name: str, key: str, now: datetime, by: str) -> int:
        with self.db.transaction():
            created = self.db.query(
                "INSERT INTO companies (name, key, by, added) VALUES (:name, :key, :by, :now) "
                "ON CONFLICT (key) DO UPDATE SET name = companies.name RETURNING id",
                {"name": name, "key": key, "by": by, "now": now},
            )[0]["id"]
            self.add_alias(created, name, key, by)
        return int(created)

    def find(self, key: str) -> Row | None:
        """The company known under this key or alias."""
        return self.db.one(
            "SELECT c.* FROM aliases a JOIN companies c ON c.id = a.company_id WHERE a.key = :key "
            f"ORDER BY {_TRUST}, c.id LIMIT 1",
            {"key": key},
        )

    def get(self, company_id: int) -> Row | None:
        """One company."""
        return self.db.one("SELECT * FROM companies WHERE id = :id", {"id": company_id})

    def add_alias(self, company_id: int, name: str, key: str, by: str) -> None:
        """Let `key` lead to the company; its family is computed anew. Of several forms of the name the plainest stays: that
        is what stands in texts ("Quillon", not "Quillon AG")."""
        with self.db.transaction():
            held = self.db.one("SELECT name FROM aliases WHERE key = :key AND company_id = :id", {"key": key, "id": company_id})
            name = min(name, held["name"], key=_plainness) if held else name
            self.db.execute(
                "INSERT INTO aliases (key, company_id, name, head, sound, by) "
                "VALUES (:key, :id, :name, :head, :sound, :by) "
                "ON CONFLICT (key, company_id) DO UPDATE SET name = excluded.name, by = excluded.by",
                {"key": key, "id": company_id, "name": name, "head": head(key), "sound": heard(key), "by": by},
            )
            self._regroup(self.family(company_id))

    def set_parent(self, company_id: int, parent_id: int | None) -> None:
        """Say who owns a company (None: nobody). Raises StoreError for a circle or an unknown company."""
        for known in (company_id, parent_id):
            if known is not None and self.get(known) is None:
                raise StoreError(f"there is no company {known}; see `walkback companies list`")
        if parent_id is not None and company_id in self._chain(parent_id):
            raise StoreError("a company cannot be its own parent, not even through others; check the names")
        with self.db.transaction():
            before = set(self.family(company_id))
            self.db.execute("UPDATE companies SET parent_id = :p WHERE id = :id", {"p": parent_id, "id": company_id})
            self._regroup({company_id} | before)

    def merge(self, gone: int, into: int) -> None:
        """Make two companies one: names, claims, responses, cases, subscriptions and subsidiaries move to `into`.

        What stood under the old name stays readable: claims and responses keep the name as it was written, and
        `split` can take them apart again. Raises StoreError when they are the same or one is unknown.
        """
        if gone == into:
            raise StoreError("these are the same company already")
        with self.db.transaction():
            old, new = self.get(gone), self.get(into)
            if old is None or new is None:
                raise StoreError(f"there is no company {gone if old is None else into}; see `walkback companies list`")
            kin = {*self.family(gone), *self.family(into)} - {gone}
            ids = {"gone": gone, "into": into}
            for table in ("claims", "responses"):
                self.db.execute(f"UPDATE {table} SET company_id = :into WHERE company_id = :gone", ids)
            self.db.execute(  # of two roles in one case the subject's stays
                "UPDATE case_companies SET role = 'subject' WHERE company_id = :into AND case_id IN "
                "(SELECT case_id FROM case_companies WHERE company_id = :gone AND role = 'subject')",
                ids,
            )
            for table, same in _ONE_PER_COMPANY.items():
                both = " AND ".join(f"t.{column} = {table}.{column}" for column in same)
                self.db.execute(
                    f"DELETE FROM {table} WHERE company_id = :gone "
                    f"AND EXISTS (SELECT 1 FROM {table} t WHERE t.company_id = :into AND {both})",
                    ids,
                )
                self.db.execute(f"UPDATE {table} SET company_id = :into WHERE company_id = :gone", ids)
            parent = new["parent_id"]
            if parent is None or gone in self._chain(parent):  # it was owned by the one that goes
                parent = old["parent_id"]
            if parent is not None and into in self._chain(parent):
                parent = None
            self.db.execute("UPDATE companies SET parent_id = :into WHERE parent_id = :gone", ids)
            self.db.execute("UPDATE companies SET parent_id = :p WHERE id = :into", {"into": into, "p": parent})
            self.db.execute("DELETE FROM companies WHERE id = :gone", {"gone": gone})
            self._regroup(kin)

    def split(self, key: str, now: datetime, *, by: str, key_of: Callable[[str], str]) -> int:
        """Let the name `key` be a company of its own again; returns its id.

        Claims and responses that were written under that name go with it, and so do their cases; who subscribed
        to the one hears of both. `key_of` gives the key of a name (`bot.read.companies.key`). Raises StoreError
        for an unknown name, or the company's main one.
        """
        with self.db.transaction():
            old = self.find(key)
            if old is None:
                raise StoreError(f"no company is known as {key!r}; see `walkback companies list`")
            if old["key"] == key:
                raise StoreError(f"{old['name']} is that company's main name; split off one of its other names")
            alias = self.db.query(
                "SELECT name FROM aliases WHERE key = :key AND company_id = :id", {"key": key, "id": old["id"]}
            )[0]
            self.db.execute("DELETE FROM aliases WHERE key = :key AND company_id = :id", {"key": key, "id": old["id"]})
            kin = set(self.family(old["id"]))
            new = self._create(alias["name"], key, now, by)
            move = {"old": old["id"], "new": new, "now": now}
            for table in ("claims", "responses"):
                written = self.db.query(f"SELECT DISTINCT company FROM {table} WHERE company_id = :id", {"id": old["id"]})
                listed, names = marks("n", [r["company"] for r in written if key_of(r["company"]) == key])
                self.db.execute(
                    f"UPDATE {table} SET company_id = :new WHERE company_id = :old AND company IN ({listed})",
                    {"old": old["id"], "new": new, **names},
                )
            self.db.execute(
                "INSERT INTO case_companies (case_id, company_id, role, updated) SELECT x.case_id, :new, x.role, x.updated "
                f"FROM case_companies x WHERE x.company_id = :old AND {_SPEAKS_IN_CASE.format(company=':new')} "
                "ON CONFLICT (case_id, company_id) DO NOTHING",
                {"old": old["id"], "new": new},
            )
            self.db.execute(
                "DELETE FROM case_companies WHERE company_id = :old AND case_id IN "
                "(SELECT case_id FROM case_companies WHERE company_id = :new) AND case_id NOT IN "
                f"(SELECT x.case_id FROM case_companies x WHERE {_SPEAKS_IN_CASE.format(company=':old')})",
                {"old": old["id"], "new": new},
            )
            self.db.execute(
                "INSERT INTO subscriptions (team, channel, company_id, by, created, settings) "
                "SELECT team, channel, :new, by, :now, settings FROM subscriptions WHERE company_id = :old "
                "ON CONFLICT (team, channel, company_id) DO NOTHING",
                move,
            )
            self._regroup(kin | {new})
        return new

    def family(self, company_id: int) -> list[int]:
        """Ids of the company and all its kin."""
        rows = self.db.query(
            "SELECT id FROM companies WHERE family = (SELECT family FROM companies WHERE id = :id) ORDER BY id",
            {"id": company_id},
        )
        return [r["id"] for r in rows] or [company_id]

    def names(self, company_ids: Iterable[int]) -> list[str]:
        """All names of these companies, longest first."""
        listed, params = marks("c", company_ids)
        rows = self.db.query(f"SELECT DISTINCT name FROM aliases WHERE company_id IN ({listed})", params)
        return sorted((r["name"] for r in rows), key=lambda n: (-len(n), n))

    def own_names(self, company_id: int) -> list[str]:
        """All names of this one company, its kin left out; longest first."""
        rows = self.db.query("SELECT DISTINCT name FROM aliases WHERE company_id = :id", {"id": company_id})
        return sorted((r["name"] for r in rows), key=lambda n: (-len(n), n))

    def suggest(self, name: str, limit: int = 5) -> list[str]:
        """Names on file that `name` may be a slip or a part of, the likeliest first ("Quilon" -> "Quillon")."""
        wanted = fold(name)
        size = 2 if _CJK.search(wanted) or len(wanted) < 5 else 3
        grams = sorted({wanted[i : i + size] for i in range(len(wanted) - size + 1)})[:24]
        if not grams:
            return []
        hits = " + ".join(f"CASE WHEN a.key LIKE :g{i} ESCAPE '!' THEN 1 ELSE 0 END" for i in range(len(grams)))
        params = {f"g{i}": f"%{re.sub('([!%_])', '!' + chr(92) + '1', gram)}%" for i, gram in enumerate(grams)}
        rows = self.db.query(
            f"SELECT * FROM (SELECT a.key, a.company_id, c.name, {hits} AS hits FROM aliases a "
            "JOIN companies c ON c.id = a.company_id) g WHERE hits > 0 ORDER BY hits DESC, LENGTH(key), key LIMIT 200",
            params,
        )
        best: dict[int, tuple[float, str]] = {}
        for row in rows:
            score = SequenceMatcher(None, wanted, row["key"], autojunk=False).ratio()
            if wanted in row["key"]:  # part of a name: "motors" for "Brask Motors"
                score = max(score, 0.8)
            elif len(wanted) > 3:  # a slip in how a longer name begins: "Quilon" for "Quillon Semiconductor"
                head = " ".join(row["key"].split()[: len(wanted.split())])
                score = max(score, 0.85 * SequenceMatcher(None, wanted, head, autojunk=False).ratio())
            if score >= 0.65 and score > best.get(row["company_id"], (0.0, ""))[0]:
                best[row["company_id"]] = (score, row["name"])
        return [name for _, name in sorted(best.values(), key=lambda b: (-b[0], b[1]))][:limit]

    def known_to(self, team: str, company_ids: Iterable[int]) -> set[int]:
        """Those of these companies of which a team may learn that they are on file: something on file that it may see is
        about them or names them, whoever runs the bot put them there, or it follows them itself."""
        listed, params = marks("c", company_ids)
        seen = "JOIN articles a ON a.id = x.article_id WHERE a.entered_team IN ('', :team)"
        rows = self.db.query(
            f"SELECT c.id FROM companies c WHERE c.id IN ({listed}) AND (c.by IN ('gazetteer', 'person') "
            "OR c.parent_id IS NOT NULL OR EXISTS (SELECT 1 FROM companies k WHERE k.parent_id = c.id) "
            "OR EXISTS (SELECT 1 FROM subscriptions s WHERE s.company_id = c.id AND s.team = :team) "
            f"OR EXISTS (SELECT 1 FROM responses x {seen} AND x.company_id = c.id) "
            f"OR EXISTS (SELECT 1 FROM claims x {seen} AND x.company_id = c.id) "
            "OR EXISTS (SELECT 1 FROM aliases n JOIN claim_parties p ON p.key = n.key JOIN claims x ON x.id = p.claim_id "
            f"{seen} AND n.company_id = c.id))",
            {**params, "team": team},
        )
        return {row["id"] for row in rows}

    def starting(self, key: str, limit: int = 20) -> list[Row]:
        """Companies {id, name} with a name that begins like this key, or has a word that does, by name; "" gives none."""
        if not key:
            return []
        like = "".join(f"!{c}" if c in "!%_" else c for c in key)
        return self.db.query(
            "SELECT DISTINCT c.id, c.name FROM aliases a JOIN companies c ON c.id = a.company_id "
            "WHERE a.key LIKE :start ESCAPE '!' OR a.key LIKE :inside ESCAPE '!' ORDER BY c.name, c.id LIMIT :limit",
            {"start": f"{like}%", "inside": f"% {like}%", "limit": limit},
        )

    def mentioned(self, heads: Iterable[str]) -> list[Row]:
        """Aliases (key, name, company_id, family) whose first word is among `heads`: candidates to look for in a text."""
        out: list[Row] = []
        heads = sorted(set(heads))
        for i in range(0, len(heads), 400):
            listed, params = marks("h", heads[i : i + 400])
            out += self.db.query(
                "SELECT a.key, a.name, a.company_id, c.family FROM aliases a JOIN companies c ON c.id = a.company_id "
                f"WHERE a.head IN ({listed})",
                params,
            )
        return out

    def heard(self, sounds: Iterable[str]) -> list[Row]:
        """Aliases (key, name, company_id, family) that begin with one of these sounds (see `heard` above)."""
        out: list[Row] = []
        sounds = sorted(set(sounds) - {""})
        for i in range(0, len(sounds), 400):
            listed, params = marks("s", sounds[i : i + 400])
            out += self.db.query(
                "SELECT a.key, a.name, a.company_id, c.family FROM aliases a JOIN companies c ON c.id = a.company_id "
                f"WHERE a.sound IN ({listed})",
                params,
            )
        return out

    def all(self) -> list[Row]:
        """Every company with its aliases (a list) and its parent's name, by name."""
        rows = self.db.query(
            "SELECT c.*, p.name AS parent FROM companies c LEFT JOIN companies p ON p.id = c.parent_id ORDER BY c.name"
        )
        names: dict[int, list[str]] = {}
        for a in self.db.query("SELECT company_id, name FROM aliases ORDER BY name"):
            names.setdefault(a["company_id"], []).append(a["name"])
        return [{**r, "aliases": [n for n in names.get(r["id"], []) if n != r["name"]]} for r in rows]

    def _chain(self, company_id: int) -> set[int]:
        """The company, its parent, the parent's parent ..."""
        seen: set[int] = set()
        at: int | None = company_id
        while at is not None and at not in seen:
            seen.add(at)
            at = (self.get(at) or {}).get("parent_id")
        return seen

    def _regroup(self, company_ids: Iterable[int]) -> None:
        """Compute families anew: everybody reachable by parent, shared alias or name beginning.

        `company_ids`: those whose kin changed, and those who were their kin until now.
        """
        seen: set[int] = set()
        for start in sorted(set(company_ids)):
            if start in seen:
                continue
            group: set[int] = set()
            edge = [start]
            while edge:
                at = edge.pop()
                if at not in group:
                    group.add(at)
                    edge += self._neighbours(at) - group
            seen |= group
            listed, params = marks("c", group)
            self.db.execute(
                f"UPDATE companies SET family = :family WHERE id IN ({listed})", {"family": min(group), **params}
            )

    def _neighbours(self, company_id: int) -> set[int]:
        found = {
            r["id"]
            for r in self.db.query(
                "SELECT id FROM companies WHERE parent_id = :id UNION "
                "SELECT parent_id AS id FROM companies WHERE id = :id AND parent_id IS NOT NULL",
                {"id": company_id},
            )
        }
        own = self.db.query("SELECT key, head, sound FROM aliases WHERE company_id = :id", {"id": company_id})
        listed, params = marks("h", {a["head"] for a in own})
        for other in self.db.query(f"SELECT key, company_id FROM aliases WHERE head IN ({listed})", params):
            if any(begins(other["key"], a["key"]) or begins(a["key"], other["key"]) for a in own):
                found.add(other["company_id"])
        listed, params = marks("s", {a["sound"] for a in own if a["sound"]})
        for other in self.db.query(f"SELECT key, company_id FROM aliases WHERE sound IN ({listed})", params):
            if any(a["sound"] and sounds_alike(other["key"], a["key"]) for a in own):
                found.add(other["company_id"])
        return found - {company_id}


#: What a company has once each, and the columns that say which.
_ONE_PER_COMPANY = {"case_companies": ("case_id",), "subscriptions": ("team", "channel"), "aliases": ("key",)}

_SPEAKS_IN_CASE = (
    "(EXISTS (SELECT 1 FROM claims c WHERE c.case_id = x.case_id AND c.company_id = {company}) "
    "OR EXISTS (SELECT 1 FROM responses r WHERE r.case_id = x.case_id AND r.company_id = {company}))"
)


def _plainness(name: str) -> tuple[bool, int, bool, bool, str]:
    """Sorts the forms of one name: Latin letters first, then short before long, usual letters before full-width, mixed
    case before capitals."""
    return bool(_CJK.search(name)), len(name), name != unicodedata.normalize("NFKC", name), name.isupper() or name.islower(), name
