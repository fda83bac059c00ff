"""Smartsource from Python 3.9 or newer, with the standard library alone: an example to copy from.

    API=http://127.0.0.1:3000 CLIENT_ID=client_... CLIENT_SECRET=... python3 smartsource_example.py
"""

import base64
import hashlib
import hmac
import json
import os
import random
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

ATTEMPTS = 5
TIMEOUT_SECONDS = 60
LONGEST_DELAY_SECONDS = 30
RENEW_BEFORE_SECONDS = 60
TOLERANCE_SECONDS = 300


class Refused(Exception):
    """The service refused a request. `problem` is its answer (RFC 9457), `code` stays the same in all versions."""

    def __init__(self, status, problem):
        faults = [f"{fault['pointer']}: {fault['detail']}" for fault in problem.get("errors", [])]
        # Refused tokens have a form of their own (RFC 6749).
        detail = problem.get("detail") or problem.get("error_description") or f"the service answered {status}"
        super().__init__(" ".join([detail, *faults]))
        self.status = status
        self.problem = problem
        self.code = problem.get("code") or problem.get("error")


class Smartsource:
    """A client with its token, which is renewed in time."""

    def __init__(self, url, client_id, client_secret):
        if not (url and client_id and client_secret):
            raise ValueError("url, client_id and client_secret are required")
        self._url = url.rstrip("/")
        self._credentials = base64.b64encode(
            f"{urllib.parse.quote(client_id, safe='')}:{urllib.parse.quote(client_secret, safe='')}".encode()
        ).decode()
        self._token = None
        self._renew_at = 0.0

    def call(self, method, path, body=None, query=None, headers=None):
        """Sends a request and returns (answer, headers). The answer is None where there is nothing to answer."""
        address = self._url + path
        if query:
            address += "?" + urllib.parse.urlencode(query)
        sent = dict(headers or {})
        data = None
        if body is not None:
            data = json.dumps(body).encode()
            sent["Content-Type"] = "application/json"
        if method == "POST":
            # The same in all attempts, so that nothing is done twice.
            sent["Idempotency-Key"] = str(uuid.uuid4())
        sent["Authorization"] = f"Bearer {self._current_token()}"
        try:
            return self._send(method, address, data, sent)
        except Refused as refusal:
            if refusal.status != 401:
                raise
        # The token was revoked before its time.
        self._token = None
        sent["Authorization"] = f"Bearer {self._current_token()}"
        return self._send(method, address, data, sent)

    def pages(self, path, query=None):
        """Each item of a list, page after page."""
        query = dict(query or {})
        while True:
            page, _ = self.call("GET", path, query=query)
            yield from page["data"]
            if not page["has_more"]:
                return
            query["cursor"] = page["next_cursor"]

    def _current_token(self):
        if self._token is None or time.monotonic() >= self._renew_at:
            headers = {
                "Authorization": f"Basic {self._credentials}",
                "Content-Type": "application/x-www-form-urlencoded",
            }
            answer, _ = self._send(
                "POST", self._url + "/oauth/token", b"grant_type=client_credentials", headers
            )
            self._token = answer["access_token"]
            self._renew_at = time.monotonic() + answer["expires_in"] - RENEW_BEFORE_SECONDS
        return self._token

    def _send(self, method, address, data, headers):
        """Sends again what was not answered or not done, unless it could be done twice."""
        for attempt in range(1, ATTEMPTS + 1):
            request = urllib.request.Request(address, data=data, headers=headers, method=method)
            wait_seconds = random.random() * min(LONGEST_DELAY_SECONDS, 0.25 * 2 ** (attempt - 1))
            try:
                with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as answer:
                    text = answer.read()
                    return (json.loads(text) if text else None), answer.headers
            except urllib.error.HTTPError as error:
                problem = _problem_of(error)
                retry_after = _seconds(error.headers.get("Retry-After"))
                may_help = error.code in (429, 503) or problem.get("code") == "idempotency_key_in_use"
                if not may_help or attempt == ATTEMPTS or retry_after > LONGEST_DELAY_SECONDS:
                    raise Refused(error.code, problem) from None
                wait_seconds = max(wait_seconds, retry_after)
            except OSError:
                # A PATCH or DELETE may have been done: it requires the version that it then has changed.
                if method in ("PATCH", "DELETE") or attempt == ATTEMPTS:
                    raise
            time.sleep(wait_seconds)
        raise AssertionError("the last attempt returns or raises")


def _seconds(text):
    return int(text) if text and text.isdigit() else 0


def _problem_of(error):
    try:
        problem = json.loads(error.read())
    except ValueError:
        return {}
    return problem if isinstance(problem, dict) else {}


class WrongSignature(Exception):
    """A message that is not from the service, was changed, or is too old. Answer it with 400."""


def verify_webhook(body, headers, secrets, now=None):
    """Returns the message of a webhook (Standard Webhooks). `body` are its bytes as they arrived."""
    names = {name.lower(): value for name, value in headers.items()}
    try:
        message_id, timestamp = names["webhook-id"], names["webhook-timestamp"]
        signatures = names["webhook-signature"].split(" ")
        signed_at = int(timestamp)
    except (KeyError, ValueError):
        raise WrongSignature("a header is missing or no number") from None
    signed = f"{message_id}.{timestamp}.".encode() + body
    is_known = False
    for secret in secrets:
        key = base64.b64decode(secret.removeprefix("whsec_"))
        expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
        for signature in signatures:
            # Takes the same time wherever the two differ.
            is_known |= hmac.compare_digest(signature.encode(), expected.encode())
    if not is_known:
        raise WrongSignature("no signature is of these secrets")
    if abs((time.time() if now is None else now) - signed_at) > TOLERANCE_SECONDS:
        raise WrongSignature("the message was signed at another time")
    return json.loads(body)


def main():
    api = Smartsource(os.environ.get("API"), os.environ.get("CLIENT_ID"), os.environ.get("CLIENT_SECRET"))

    organization, _ = api.call("POST", "/v1/organizations", {
        "name": "Corner Bakery",
        "kind": "small_business",
        "contact": {"name": "Ines Marsh", "email": "ines@example.com"},
        "time_zone": "America/Los_Angeles",
        "languages": ["en"],
    })
    need, _ = api.call("POST", "/v1/needs", {
        "organization_id": organization["id"],
        "title": "Books that keep themselves",
        "description": "Set up a weekly routine for our books and write it down.",
        "skills": [{"skill": "bookkeeping", "importance": "must"}, "spreadsheets"],
        "accepts": ["volunteer", "intern"],
        "modality": "remote",
        "hours_per_week": 5,
    })
    print("Posted", need["title"])

    matches, _ = api.call("GET", f"/v1/needs/{need['id']}/matches", query={"limit": 3, "kinds": "volunteer,intern"})
    for match in matches["data"]:
        print(f"{match['score']:.2f}", match["offer"]["title"])
        for factor in match["factors"]:
            if factor["reason"]:
                print("     ", factor["reason"])

    # Two on a page, to show that paging goes on.
    print(sum(1 for _ in api.pages("/v1/needs", {"limit": 2})), "needs")

    header = {"If-Match": f'"{need["version"]}"'}
    changed, _ = api.call("PATCH", f"/v1/needs/{need['id']}", {"hours_per_week": 6}, headers=header)
    try:
        api.call("PATCH", f"/v1/needs/{need['id']}", {"hours_per_week": 7}, headers=header)
    except Refused as refusal:
        print("Changed to", changed["hours_per_week"], "hours, then:", refusal.code)


if __name__ == "__main__":
    main()
