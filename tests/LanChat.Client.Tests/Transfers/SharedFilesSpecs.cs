using LanChat.Client.Transfers;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Transfers;

public sealed class SharedFilesSpecs
{
    private readonly SharedFiles _files = new() { Site = new Uri("http://10.0.0.9:8080") };

    private static ChatMessage Shared(string name, long id, MessageKind kind = MessageKind.File) =>
        Event.Message(name, id: id, kind: kind) with
        {
            File = new ChatFile(id, name, 3, null) { Link = $"/files/{id}" },
        };

    private static ChatMessage Recalled(long id, long target) =>
        Event.Message("", id: id, kind: MessageKind.Recalled) with { Target = target };

    [Fact]
    public void A_file_that_was_taken_back_is_not_offered_any_more()
    {
        _files.Handle(new RoomEvent.PrivateMessage(Shared("mine.txt", 0, MessageKind.Private), Event.Welcome.You));
        _files.Handle(new RoomEvent.HistoryShown([Shared("a.txt", 1)]));
        _files.Handle(new RoomEvent.Spoken(Shared("b.txt", 2)));
        Assert.Equal("b.txt", _files.Find("")?.Name);

        _files.Handle(new RoomEvent.Spoken(Recalled(3, 2)));
        Assert.Null(_files.Find("b.txt"));
        Assert.Equal("a.txt", _files.Find("")?.Name);
        _files.Handle(new RoomEvent.HistoryPage(
            1, [Event.Message("", id: 1, kind: MessageKind.File) with { IsGone = true }], false, false));

        Assert.Equal("mine.txt", _files.Find("")?.Name);
    }
}
