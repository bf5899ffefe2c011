using LanChat.Client.Display;
using LanChat.Client.Scripting.LineTool;
using LanChat.Client.Sessions;
using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Scripting;

/// <summary>
/// Output format without <c>--json</c>: one line each, safe in a terminal, with tabs between
/// fields.
/// </summary>
internal static class ScriptText
{
    public static string Of(RoomEvent roomEvent) =>
        MessageLine.Of(ServerTime.ToLocal(TranscriptMessage.Of(roomEvent)!, null));

    public static string Of(ListedRoom room) => Fields(room.Name.Text, room.Address);

    public static string Of(Member member) => Fields(member.Nickname, member.Address);

    private static string Fields(string name, PeerAddress address) =>
        $"{TerminalText.OneLine(name)}\t{TerminalText.OneLine(address.Ip)}\t{address.Port}\n";
}
