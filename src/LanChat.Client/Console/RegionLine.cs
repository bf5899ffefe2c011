namespace LanChat.Client.Console;

/// <summary>A line of the <see cref="LiveRegion"/>, with the cells it takes: its text may hold colours, which take none.</summary>
internal sealed record RegionLine(string Text, int Cells)
{
    public static RegionLine Plain(string text) => new(text, CellWidth.Of(text));
}
