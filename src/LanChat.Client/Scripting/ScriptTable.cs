using LanChat.Client.Display;
using LanChat.Discovery;
using LanChat.Texts;

namespace LanChat.Client.Scripting;

/// <summary>
/// Table of rooms for people. A name longer than its column shifts the other columns instead of
/// being truncated.
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
