using LanChat.Client.Display;
using LanChat.Client.Scripting.LineTool;
using LanChat.Client.Sessions;
using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Scripting;

/// <summary>
/// What commands print without <c>--json</c>: a line each, safe in a terminal, its fields parted by
/// tabs.
/// </summary>
internal static class ScriptText
{
    public static string Of(RoomEvent said) => MessageLine.Of(ServerTime.ToLocal(TranscriptMessage.Of(said)!, null));

    public static string Of(ListedRoom room) => Fields(room.Name.Text, room.Address);

    public static string Of(Member member) => Fields(member.Nickname, member.Address);

    private static string Fields(string name, PeerAddress address) =>
        $"{TerminalText.OneLine(name)}\t{TerminalText.OneLine(address.Ip)}\t{address.Port}\n";
}
