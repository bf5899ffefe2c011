using LanChat.Client.Display;
using LanChat.Discovery;
using LanChat.Texts;

namespace LanChat.Client.Scripting;

/// <summary>
/// Rooms as people read them, in columns. A name that is longer than its column moves the others:
/// none is cut.
/// </summary>
internal static class ScriptTable
{
    private const int NameCells = 28;
    private const int AddressCells = 23;

    public static string Header =>
        Line(ScriptRunTexts.NameColumn, ScriptRunTexts.AddressColumn, ScriptRunTexts.MembersColumn);

    public static string Of(ListedRoom room) =>
        Line(TerminalText.OneLine(room.Name.Text), TerminalText.OneLine($"{room.Address}"), $"{room.Members}");

    private static string Line(string name, string address, string members) =>
        $"{Column(name, NameCells)}{Column(address, AddressCells)}{members}".TrimEnd() + "\n";

    private static string Column(string text, int cells) =>
        text + new string(' ', Math.Max(cells - CellWidth.Of(text), 2));
}
