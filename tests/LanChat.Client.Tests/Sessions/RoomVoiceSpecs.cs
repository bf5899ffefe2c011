using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

public sealed class RoomVoiceSpecs
{
    [Theory]
    [InlineData(MessageKind.Joined, "欢迎来自 ('10.0.0.2', 1002) 的【小 明】加入聊天室!", "小 明 came in")]
    [InlineData(MessageKind.Joined, "欢迎来自 ('fe80::1', 1) 的【a】的【b】加入聊天室!", "a】的【b came in")]
    [InlineData(MessageKind.Left, "来自 ('10.0.0.2', 1002) 的客户端【ann】下线了", "ann left")]
    [InlineData(MessageKind.Renamed, "【ann】改名为【bob】", "ann is called bob now")]
    public void What_the_room_says_is_told_in_this_user_s_language(MessageKind kind, string sent, string shown) =>
        Assert.Equal(shown, RoomVoice.TextOf(Said.Message(sent, kind: kind)));

    [Theory]
    [InlineData(MessageKind.Joined, "Welcome, ann!")]
    [InlineData(MessageKind.Left, "来自 ('10.0.0.2', 1002) 的客户端【ann】下线了?")]
    [InlineData(MessageKind.Room, "【ann】改名为【bob】")]
    [InlineData(MessageKind.Said, "欢迎来自 ('10.0.0.2', 1002) 的【小 明】加入聊天室!")]
    [InlineData(MessageKind.File, "[file] a.txt, 5 bytes")]
    public void What_is_worded_otherwise_or_said_by_somebody_is_shown_as_it_came(MessageKind kind, string sent) =>
        Assert.Equal(sent, RoomVoice.TextOf(Said.Message(sent, kind: kind)));

    [Fact]
    public void A_file_is_named_with_its_size() => Assert.Equal(
        "[file] a b.txt, 70000 bytes",
        RoomVoice.TextOf(Said.Message("[file] …", kind: MessageKind.File) with { File = new ChatFile(1, "a b.txt", 70000, Text: null) }));
}
