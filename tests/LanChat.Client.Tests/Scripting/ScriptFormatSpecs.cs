using LanChat.Client.Scripting;
using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Scripting;

public sealed class ScriptFormatSpecs
{
    private static readonly RoomEvent.Spoken Nasty = new(
        Event.Message("a\tb\n\e[31m\u007F\u009B\"\\世界😀", nickname: "e\e]0;x\a"));
    private static readonly ListedRoom Room = new(1, Event.Name("Our \"room\" 世界"), new PeerAddress("10.0.0.1", 8001));

    [Fact]
    public void A_message_as_text_is_one_line_without_control_characters() =>
        Assert.Equal("[16:02:44] e␛]0;x␇: a␉b␊␛[31m␡\\u{9b}\"\\世界😀\n", ScriptText.Of(Nasty));

    [Fact]
    public void Text_in_JSON_escapes_only_what_JSON_and_terminals_require() => Assert.Equal(
        """{"time":"2023-08-10T16:02:44","id":1,"kind":"said","nick":"e\u001B]0;x\u0007","from":"10.0.0.2:1002","text":"a\tb\n\u001B[31m\u007F\u009B\"\\世界😀"}"""
        + "\n",
        ScriptJson.Of(Nasty));

    [Fact]
    public void A_private_message_in_JSON_has_its_recipient() => Assert.Equal(
        """{"time":"2023-08-10T16:02:43","id":0,"kind":"private","nick":"Bob","from":"10.0.0.2:1002","to":"Ann","text":"psst"}""" + "\n",
        ScriptJson.Of(new RoomEvent.PrivateMessage(
                Event.Message("psst", id: 0, kind: MessageKind.Private), Event.Welcome.You)));

    [Fact]
    public void Changes_in_JSON_have_the_message_that_they_change()
    {
        var edit = Event.Message("at 4", id: 9, kind: MessageKind.Edited) with { Target = 7 };
        var recall = Event.Message("took it", id: 9, kind: MessageKind.Recalled) with { Target = 7 };

        Assert.Contains(""" "id":9,"kind":"edited","of":7,"nick":"Bob" """.Trim(), Json(edit));
        Assert.Contains(""" "text":"at 4"} """.Trim(), Json(edit));
        Assert.Contains(""" "kind":"recalled","of":7, """.Trim(), Json(recall));
        Assert.Contains(""" "text":""} """.Trim(), Json(recall));
        Assert.Contains(""" "kind":"said","edited":9,"nick" """.Trim(), Json(Event.Message("at 4") with { Edited = 9 }));
        Assert.Contains(""" "kind":"said","gone":true,"nick" """.Trim(), Json(Event.Message("") with { IsGone = true }));

        static string Json(ChatMessage message) => ScriptJson.Of(new RoomEvent.Spoken(message));
    }

    [Fact]
    public void A_reply_has_the_message_that_it_replies_to()
    {
        var reply = Event.Message("yes") with { Re = 7, Quote = new Quote("ada", "see \"you\"") };

        Assert.Contains(
            """ "kind":"said","re":7,"quote":{"nick":"ada","text":"see \"you\""},"nick":"Bob" """.Trim(),
            ScriptJson.Of(new RoomEvent.Spoken(reply)));
        Assert.Contains(
            """ "re":7,"nick":"Bob" """.Trim(), ScriptJson.Of(new RoomEvent.Spoken(reply with { Quote = null })));
        Assert.Equal(
            "[16:02:44] Bob: ↪ ada \"see \"you\"\": yes\n", ScriptText.Of(new RoomEvent.Spoken(reply)));
    }

    [Fact]
    public void Changes_as_text_are_lines_of_their_own()
    {
        var edit = Event.Message("at 4", id: 9, kind: MessageKind.Edited) with { Target = 7 };

        Assert.Equal("[16:02:52] Bob: * Bob corrected: at 4\n", ScriptText.Of(new RoomEvent.Spoken(edit)));
    }

    [Fact]
    public void A_file_in_JSON_has_its_name_and_size() => Assert.EndsWith(
        ""","text":"[file] ü.txt, 3 bytes: http://10.0.0.9:8080/x","file":{"id":7,"name":"ü.txt","size":3}}""" + "\n",
        ScriptJson.Of(new RoomEvent.Spoken(Event.Message("ü.txt", kind: MessageKind.File) with
        {
            File = new ChatFile(7, "ü.txt", 3, null) { Link = "/x", Site = "http://10.0.0.9:8080" },
        })));

    [Fact]
    public void System_messages_in_JSON_have_fields()
    {
        var bob = new Member("Bob", Event.Another);
        Assert.EndsWith(
            ""","nick":"系统消息","from":"10.0.0.9:8001","text":"Bob came in","about":{"nick":"Bob","from":"10.0.0.2:1002"}}""" + "\n",
            ScriptJson.Of(new RoomEvent.Spoken(Event.OfRoom(new SystemMessage.Joined(bob)))));
        Assert.EndsWith(
            ""","about":{"nick":"Bob","from":"10.0.0.2:1002"},"was":"a】改名为【b"}""" + "\n",
            ScriptJson.Of(new RoomEvent.Spoken(Event.OfRoom(new SystemMessage.Renamed(bob, "a】改名为【b")))));
        Assert.EndsWith(
            ""","event":"store-recovered","lost":2}""" + "\n",
            ScriptJson.Of(new RoomEvent.Spoken(Event.OfRoom(new SystemMessage.StoreRecovered(2)))));
    }

    [Fact]
    public void Rooms_and_members_have_their_addresses()
    {
        Assert.Equal("Our \"room\" 世界\t10.0.0.1\t8001\n", ScriptText.Of(Room));
        Assert.Equal("""{"name":"Our \"room\" 世界","address":"10.0.0.1","port":8001}""" + "\n", ScriptJson.Of(Room));
        Assert.EndsWith(""","port":8001,"members":3}""" + "\n", ScriptJson.Of(Room with { Members = 3 }));
        Assert.Equal("a␛b\t10.0.0.2\t1002\n", ScriptText.Of(new Member("a\eb", Event.Another)));
        Assert.Equal("""{"nick":"a\u001Bb","address":"10.0.0.2","port":1002}""" + "\n", ScriptJson.Of(
            new Member("a\eb", Event.Another)));
    }
}
