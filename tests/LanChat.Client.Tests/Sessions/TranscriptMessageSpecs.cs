using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

public sealed class TranscriptMessageSpecs
{
    private static ChatMessage Message(MessageKind kind, string text) =>
        new(1, kind, "Ann", new PeerAddress("192.168.38.203", 1), text, default);

    [Fact]
    public void A_message_s_text_is_unchanged() =>
        Assert.Equal("hi", TranscriptMessage.Of(new RoomEvent.Spoken(Message(MessageKind.Said, "hi")))?.Text);

    [Fact]
    public void An_action_is_in_the_third_person() =>
        Assert.Equal(
            "* Ann waves", TranscriptMessage.Of(new RoomEvent.Spoken(Message(MessageKind.Acted, "waves")))?.Text);

    [Fact]
    public void A_private_message_is_marked_with_its_recipient() => Assert.Equal(
        "(private to Ben) psst",
        TranscriptMessage.Of(
            new RoomEvent.PrivateMessage(
                Message(MessageKind.Private, "psst"), new Member("Ben", new PeerAddress("", 0))))?.Text);

    [Fact]
    public void Other_events_are_not_in_the_transcript() =>
        Assert.Null(TranscriptMessage.Of(new RoomEvent.NoticeShown("notice")));

    [Theory]
    [InlineData(MessageKind.Said, true)]
    [InlineData(MessageKind.Acted, true)]
    [InlineData(MessageKind.Private, true)]
    [InlineData(MessageKind.File, true)]
    [InlineData(MessageKind.Joined, false)]
    [InlineData(MessageKind.Left, false)]
    [InlineData(MessageKind.Renamed, false)]
    [InlineData(MessageKind.Room, false)]
    public void Members_messages_are_distinguished_from_system_messages(MessageKind kind, bool isPerson) =>
        Assert.Equal(isPerson, TranscriptMessage.IsFromMember(Message(kind, "text")));
}
