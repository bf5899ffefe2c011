using LanChat.Protocol;
using LanChat.Protocol.Dialects;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorFileSpecs : RoomSpec
{
    [Fact]
    public void A_file_is_published_with_name_size_and_sender()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);

        ann.Send(new ClientMessage.Share("notes.txt", "héllo", null));

        var message = Assert.Single(ben.ExpectBatch().Messages());
        Assert.Equal((MessageKind.File, "Ann"), (message.Kind, message.Nickname));
        Assert.Equal("[file] notes.txt, 6 bytes", RoomSentences.TextOf(message));
        Assert.Equal(("notes.txt", 6L, "héllo"), (message.File!.Name, message.File.Size, message.File.Text));
    }

    [Fact]
    public void A_file_for_one_member_is_delivered_to_that_member_only()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);
        var eve = Enter("Eve", ann, ben);

        ann.Send(new ClientMessage.Share("notes.txt", "secret", "Ben"));

        Assert.Equal(
            "secret", Assert.IsType<RoomEvent.PrivateMessage>(Assert.Single(ben.ExpectBatch())).Message.File!.Text);
        ExpectSilence(eve);
    }

    [Theory]
    [InlineData("../x", "file-name-invalid")]
    [InlineData("large.txt", "file-too-large")]
    public void A_file_that_cannot_be_stored_is_refused_and_not_published(string name, string code)
    {
        Open("files.size=4");
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);

        ann.Send(new ClientMessage.Share(name, name == "../x" ? "ok" : "12345", null));

        Assert.Equal(code, ann.ExpectRefusal().Code);
        ExpectSilence(ben);
    }

    [Fact]
    public void A_file_for_an_unknown_recipient_is_not_stored()
    {
        Open("files.count=1");
        var ann = Enter("Ann");

        ann.Send(new ClientMessage.Share("a.txt", "x", "Nobody"));
        Assert.True(ann.ExpectRefusal().Is(Refusal.NobodyOfThatName));

        ann.Send(new ClientMessage.Share("a.txt", "x", null));
        Assert.Single(ann.ExpectBatch().Messages());
    }
}
