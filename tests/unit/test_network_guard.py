from __future__ import annotations

import socket

import pytest


def test_another_machine_cannot_be_reached() -> None:
    for connect in (socket.socket.connect, socket.socket.connect_ex):
        with socket.socket() as client, pytest.raises(AssertionError, match="192\\.0\\.2\\.1"):
            connect(client, ("192.0.2.1", 80))


def test_this_machine_can() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as client,
    ):
        assert client.getpeername() == server.getsockname()
