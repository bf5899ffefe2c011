using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LanChat.Client.Keys;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

/// <summary>Names that belong to somebody, and what waited for them.</summary>
public sealed class SessionProofSpecs
{
    private readonly DeviceKeyPair _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256));
    private readonly WaitedWords _waited = new();

    private Conversation Begin(bool isBeside = false)
    {
        Assert.True(Nick.TryCreate("Ann", out var nick, out _));
        return new Conversation(
            nick, new Outbox(3), new TestClock(), proof: new KeyCredential(_key, isBeside), inbox: _waited);
    }

    private static JsonObject? Write(Conversation conversation) =>
        conversation.TakeForWriting((_, _) => { }) is { Length: > 0 } bytes ? JsonNode.Parse(
            Encoding.UTF8.GetString(bytes))!.AsObject() : null;

    private static IReadOnlyList<RoomEvent> Hear(Conversation conversation, params RoomEvent[] events) =>
        conversation.Hear(events, (_, _) => { }).Events;

    private static RoomEvent.Told Word(long number) =>
        new(Said.Message($"{number}", kind: MessageKind.Private), new Member("Ann", Said.Mine)) { Waited = number };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_challenge_is_answered_with_a_signature(bool isBeside)
    {
        var conversation = Begin(isBeside);
        var hello = Write(conversation)!;
        Assert.Equal((_key.Public.Text, isBeside), ((string?)hello["key"], hello["beside"] is not null));

        Assert.Empty(Hear(conversation, new RoomEvent.Challenged("Our room", "bm9uY2U=")));

        Assert.True(_key.Public.HasSigned(
            DeviceKey.Proved("Our room", "bm9uY2U=", "Ann"), (string)Write(conversation)!["sign"]!));
        Assert.Null(Write(conversation));
    }

    [Fact]
    public void Words_that_waited_are_confirmed_when_they_are_shown_and_shown_once()
    {
        var conversation = Begin();
        Write(conversation);
        Assert.Equal([Said.Welcome, Word(7), Word(8)], Hear(conversation, Said.Welcome, Word(7), Word(8)));
        Assert.Null(Write(conversation));
        conversation.NoteShown();
        Assert.Equal(8, (long)Write(conversation)!["had"]!);
        Assert.Null(Write(conversation));

        var next = Begin();
        Write(next);
        Assert.Equal([Said.Welcome, Word(9)], Hear(next, Said.Welcome, Word(8), Word(9)));
        next.NoteShown();

        Assert.Equal(9, (long)Write(next)!["had"]!);
    }
}
