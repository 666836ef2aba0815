"""Addresses that lead where nobody should be led. {port} is the canary's, the private service that must stay unreached."""

from __future__ import annotations

#: Spellings of this machine; each is tried directly and as the target of a redirect.
LOOPBACK = [
    "127.0.0.1", "127.1", "127.0.1", "127.255.255.254", "0", "0.0.0.0", "2130706433", "017700000001", "0x7f000001", "0x7F.1", "0177.0.0.1",
    "0177.0000.0000.0001", "127.0x0.0.1", "0x7f.0.0.0x1", "0x7f.0x0.0x0.0x1", "127.000.000.001", "00127.0.0.1", "127.0.0.1.", "localhost", "LOCALHOST", "localhost.",
    "LocalHost", "app.localhost", "a.b.localhost", "app.localhost.", "%31%32%37.0.0.1", "127%2e0%2e0%2e1", "１２７.０.０.１", "①②⑦.⓪.⓪.①", "127。0。0。1", "127．0．0．1", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "loc\u00adalhost", "loc\u200balhost",
    "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[0000:0000:0000:0000:0000:0000:0000:0001]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::FFFF:7F00:0001]",
    "[0:0:0:0:0:ffff:127.0.0.1]", "[::127.0.0.1]", "[::7f00:1]", "[::ffff:0:127.0.0.1]", "[64:ff9b::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]",
    "[2002:7f00:1::]", "[2002:7f00:0001::1]", "[2001:0:7f00:1::]", "[::1%25lo]", "[::1%lo]", "[fe80::1%25lo]", "[::ffff:127.0.0.1%25lo]", "[::ffff:0.0.0.0]",
]  # fmt: skip
#: Inner networks and machines.
PRIVATE = [
    "10.0.0.1", "10.255.255.255", "167772161", "0xa000001", "012.0.0.1", "172.16.0.1", "172.31.255.254", "192.168.0.1", "3232235521", "0xc0a80001", "192.168.1", "169.254.169.254",
    "2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "169.254.170.2", "100.64.0.1", "100.100.100.200", "100.127.255.255", "192.0.0.1", "192.0.0.192", "192.0.2.1", "198.18.0.1",
    "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "0.1.2.3", "[fc00::1]", "[fd00:ec2::254]", "[fe80::1]", "[fec0::1]", "[ff02::1]",
    "[2001:db8::1]", "[2001::1]", "[100::1]", "[3fff::1]", "[2001:20::1]", "[::ffff:10.0.0.1]", "[::ffff:a9fe:a9fe]", "[::ffff:169.254.169.254]", "[64:ff9b::10.0.0.1]", "[64:ff9b::a9fe:a9fe]",
    "[2002:a00:1::]", "[2002:c0a8:1::1]", "[2001:0:a00:1::1]", "[fe80::5efe:10.0.0.1]", "[fe80::5efe:7f00:1%25eth0]", "[5f00::1]", "[64:ff9b:1::a00:1]",
]  # fmt: skip
#: Names whose server says this, look-up by look-up ("open": the attacker's own public address).
NAMES = {
    "inner.example": [["127.0.0.1"]],
    "metadata.example": [["169.254.169.254"]],
    "six.example": [["::1"]],
    "mapped.example": [["::ffff:127.0.0.1"]],
    "nat64.example": [["64:ff9b::7f00:1"]],
    "zone.example": [["fe80::1%lo"]],
    "many.example": [["10.0.0.1", "127.0.0.1", "::1"]],
    "rebind.example": [["open"], ["127.0.0.1"], ["127.0.0.1"]],
    "mixed.example": [["127.0.0.1", "open"]],
    "xn--bcher-kva.example": [["127.0.0.1"]],
    "empty.example": [[]],
}
#: Whole addresses, as an attacker writes them into a feed, a page or a form.
WHOLE = [
    "file:///etc/passwd", "file://localhost/etc/passwd", "FILE:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1:{port}/_GET", "dict://127.0.0.1:{port}/d", "ldap://127.0.0.1/",
    "jar:http://127.0.0.1:{port}!/", "data:text/html,hi", "javascript:alert(1)", "blob:http://127.0.0.1/", "about:blank", "ws://127.0.0.1:{port}/", "unix:/var/run/docker.sock",
    "http+unix://%2Fvar%2Frun%2Fdocker.sock/x", "netdoc:///etc/passwd", "sftp://127.0.0.1/", "view-source:http://127.0.0.1/", "", " ", "http", "http:", "http:/", "http://", "http:///", "https://",
    "http:127.0.0.1:{port}", "http:/127.0.0.1:{port}/", "http:///127.0.0.1:{port}/", "http:////127.0.0.1:{port}/", "//127.0.0.1:{port}/", "/etc/passwd", "127.0.0.1:{port}/", "\\\\127.0.0.1\\x",
    "http:\\\\127.0.0.1:{port}\\", "http://open.example\\@127.0.0.1:{port}/", "http://open.example@127.0.0.1:{port}/", "http://open.example:80@127.0.0.1:{port}/", "http://user:secret@open.example/",
    "http://:@127.0.0.1:{port}/", "http://@127.0.0.1:{port}/", "http://open.example#@127.0.0.1:{port}/", "http://open.example?@127.0.0.1:{port}/", "http://open.example;@127.0.0.1:{port}/",
    "http://127.0.0.1:{port}\r\nHost: x/", "http://127.0.0.1:{port}/\r\nX-Injected: 1\r\n\r\nGET /2 HTTP/1.1", "http://127.0.0.1%0d%0aX:{port}/", "http://127.0.0.1 .example:{port}/", "http://127.0.0.1\t:{port}/",
    "\thttp://127.0.0.1:{port}/", "\x00http://127.0.0.1:{port}/", "http://127.0.0.1\x00.example:{port}/", "http://127.0.0.1%00.example:{port}/", "http://[::1", "http://::1]/", "http://[::1]x:{port}/", "http://[127.0.0.1]:{port}/",
    "http://[v1.x]/", "http://[::1%25]/", "http://127.0.0.1:{port}:80/", "http://127.0.0.1:99999/", "http://127.0.0.1:-1/", "http://127.0.0.1:0/", "http://127.0.0.1:{port}0000/", "http://127.0.0.1:٨٠/", "http://1.2.3.4.5/",
    "http://256.256.256.256/", "http://0x100000000/", "http://4294967296/", "http://127.0.0.1.0x/", "http://.127.0.0.1/", "http://127..0.0.1/", "http://-/", "http://a..b/", "http://xn--/", "http://xn--\u00e4/", "http://" + "a" * 70 + ".example/",
    "http://" + "a." * 2000 + "example/", "http://\u202e1.0.0.721/", "http://\ud83d\ude00/", "http://%/", "http://%zz/", "http://*/", "http://a,b/", "http://a b/", "http://127.0.0.1" + "/x" * 5000, "http\u200b://127.0.0.1:{port}/", "ｈｔｔｐ://127.0.0.1:{port}/",
]  # fmt: skip
