"""Countries, continents and peoples as they stand before a trade ("German retailer Veld"): no companies. Data."""

from __future__ import annotations

_PEOPLES = """
    American US U.S British UK U.K English Scottish Welsh Irish French German Dutch Belgian Swiss Austrian Italian Spanish Portuguese Polish
    Czech Danish Swedish Norwegian Finnish Greek Turkish Russian Ukrainian Indian Chinese Japanese Korean Taiwanese Canadian Mexican Brazilian
    Argentine Australian African Asian European Israeli Saudi Thai Vietnamese Indonesian Malaysian Filipino Hungarian Romanian Bulgarian
    Serbian Croatian Icelandic Chilean Colombian Peruvian Nigerian Egyptian Kenyan Pakistani
"""
_COUNTRIES = """
    America Britain England Scotland Wales Ireland France Germany Netherlands Belgium Switzerland Austria Italy Spain Portugal Poland Denmark
    Sweden Norway Finland Greece Turkey Russia Ukraine India China Japan Korea Taiwan Canada Mexico Brazil Argentina Australia Africa Asia Europe
    Israel Thailand Vietnam Indonesia Malaysia Hungary Romania Bulgaria Serbia Croatia Iceland Chile Colombia Peru Nigeria Egypt Kenya Pakistan
    Singapore Kong Zealand Deutschland Österreich Schweiz Frankreich Italien Spanien Niederlande Belgien Polen Europa Europas Asien Amerika
    Allemagne Suisse Italie Espagne Pays-Bas Belgique Royaume-Uni États-Unis Chine Japon Brésil Asie Amérique España Alemania Francia
    Reino Estados Unidos Brasil Itália Alemanha França Espanha Japão Germania Spagna Francia Giappone Cina Svizzera Russie Inde Canadá México Italia Brasile Messico
"""
#: Also "South Korea's", "North American".
PLACES = frozenset(_PEOPLES.split()) | frozenset(_COUNTRIES.split())
_DIRECTIONS = frozenset(["South", "North", "West", "East", "Western", "Eastern", "Northern", "Southern", "Central", "Great", "New", "Hong", "United"])


def is_place(name: str) -> bool:
    """Is it the name of a country, continent or people, maybe with a direction before it?"""
    words = name.split()
    return bool(words) and words[-1] in PLACES and all(word in _DIRECTIONS or word in PLACES for word in words[:-1])
