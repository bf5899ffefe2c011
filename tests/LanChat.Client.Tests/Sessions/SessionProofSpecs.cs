using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LanChat.Client.Keys;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

/// <summary>Key proofs and offline messages.</summary>
public sealed class SessionProofSpecs
{
    private readonly DeviceKeyPair _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256));
    private readonly OfflineMessages _offlineMessages = new();

    private ConnectionState Begin(bool isSecondary = false)
    {
        Assert.True(Nick.TryCreate("Ann", out var nick, out _));
        return new ConnectionState(
            new Hello(nick, new KeyCredential(_key, isSecondary)),
            new Outbox(3),
            new TestClock(),
            _offlineMessages);
    }

    private static JsonObject? Write(ConnectionState state) =>
        state.DequeueBytes((_, _) => { }) is { Length: > 0 } bytes ? JsonNode.Parse(
            Encoding.UTF8.GetString(bytes))!.AsObject() : null;

    private static IReadOnlyList<RoomEvent> Handle(ConnectionState state, params RoomEvent[] events) =>
        state.Handle(events, (_, _) => { }).Events;

    private static RoomEvent.PrivateMessage OfflineMessage(long number) =>
        new(Event.Message($"{number}", kind: MessageKind.Private), new Member("Ann", Event.Mine)) { Waited = number };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_challenge_is_answered_with_a_signature(bool isSecondary)
    {
        var state = Begin(isSecondary);
        var hello = Write(state)!;
        Assert.Equal((_key.Public.Text, isSecondary), ((string?)hello["key"], hello["beside"] is not null));

        Assert.Empty(Handle(state, new RoomEvent.Challenged("Our room", "bm9uY2U=")));

        Assert.True(_key.Public.HasSigned(
            DeviceKey.Proved("Our room", "bm9uY2U=", "Ann"), (string)Write(state)!["sign"]!));
        Assert.Null(Write(state));
    }

    [Fact]
    public void Offline_messages_are_acknowledged_when_shown_and_shown_once()
    {
        var state = Begin();
        Write(state);
        Assert.Equal(
            [Event.Welcome, OfflineMessage(7), OfflineMessage(8)],
            Handle(state, Event.Welcome, OfflineMessage(7), OfflineMessage(8)));
        Assert.Null(Write(state));
        state.MarkShown();
        Assert.Equal(8, (long)Write(state)!["had"]!);
        Assert.Null(Write(state));

        var next = Begin();
        Write(next);
        Assert.Equal(
            [Event.Welcome, OfflineMessage(9)], Handle(next, Event.Welcome, OfflineMessage(8), OfflineMessage(9)));
        next.MarkShown();

        Assert.Equal(9, (long)Write(next)!["had"]!);
    }
}
