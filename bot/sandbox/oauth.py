"""OAuth v2: the page where a person allows the app into a workspace (docs.slack.dev/authentication/installing-with-oauth)."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

from aiohttp import web
from jinja2 import Environment

from bot.sandbox.hub import Hub
from bot.sandbox.people import ActError, People

_PAGE = Environment(autoescape=True).from_string("""<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Allow {{ app.name }}</title>
<link rel="stylesheet" href="/static/page.css"><link rel="icon" href="data:,"></head><body class="consent">
<main id="main" class="dialog"><form method="post">
<header><h2>{{ app.name }} is asking for permission</h2></header>
<div class="modal-body"><p>It will be able to use, in the workspace you choose:</p>
<ul>{% for scope in scopes %}<li><code>{{ scope }}</code></li>{% endfor %}</ul>
<div class="input"><label>Workspace <select name="team">{% for w in workspaces %}<option value="{{ w.team_id }}">{{ w.name }}</option>
{% endfor %}</select></label></div></div>
<footer><button name="answer" value="deny">Cancel</button><button class="primary" name="answer" value="allow">Allow</button></footer>
</form></main></body></html>""")


class OAuth:
    """The consent page, and the code that its answer carries back to the app."""

    def __init__(self, hub: Hub, people: People) -> None:
        self.hub, self.people = hub, people

    def routes(self, app: web.Application) -> None:
        """Add the page's address."""
        app.router.add_get("/oauth/v2/authorize", self.ask)
        app.router.add_post("/oauth/v2/authorize", self.allow)

    def _check(self, request: web.Request) -> tuple[list[str], str]:
        """The scopes asked for and where to go back to. Raises 400 with Slack's error name."""
        query = request.query
        app = self.hub.app
        scopes = [s for s in query.get("scope", "").split(",") if s]
        redirect = query.get("redirect_uri", "") or (app.redirect_urls[0] if app.redirect_urls else "")
        error = ""
        if query.get("client_id") != app.client_id:
            error = "invalid_client_id"
        elif not scopes:
            error = "no_scopes"
        elif set(scopes) - {*app.scopes, *app.optional_scopes}:
            error = "invalid_scope"
        elif not any(redirect.startswith(known) for known in app.redirect_urls) or urlsplit(redirect).scheme not in ("http", "https"):
            error = "bad_redirect_uri"
        if error:
            raise web.HTTPBadRequest(text=error)
        return scopes, redirect

    async def ask(self, request: web.Request) -> web.Response:
        """The page that asks. 400 with Slack's error name for what cannot be asked for."""
        scopes, _ = self._check(request)
        workspaces = list(self.hub.state.workspaces.values())
        text = _PAGE.render(app=self.hub.app, scopes=scopes, workspaces=workspaces)
        return web.Response(text=text, content_type="text/html")

    async def allow(self, request: web.Request) -> web.Response:
        """Go back to the app with a code, or with access_denied."""
        scopes, redirect = self._check(request)
        form = await request.post()
        state = request.query.get("state", "")
        sign = "&" if "?" in redirect else "?"
        if form.get("answer") == "deny":
            raise web.HTTPSeeOther(redirect + sign + urlencode({"error": "access_denied", "state": state}))
        try:
            workspace = self.people.workspace(str(form.get("team", "")))
            user = self.people.user(workspace, str(form.get("user", "")))
        except ActError as error:
            raise web.HTTPBadRequest(text=str(error)) from None
        code = f"{workspace.team_id}.{self.hub.state.secret()}"
        self.hub.codes[code] = {
            "kind": "oauth",
            "given": self.hub.state.now(),
            "team": workspace.team_id,
            "user": user.id,
            "scopes": scopes,
            "redirect_uri": request.query.get("redirect_uri", ""),
        }
        raise web.HTTPSeeOther(redirect + sign + urlencode({"code": code, "state": state}))
