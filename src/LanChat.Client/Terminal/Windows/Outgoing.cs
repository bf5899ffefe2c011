using LanChat.Client.Terminal.Panes;
using LanChat.Client.Terminal.Screens;
using LanChat.Client.Transfers;

namespace LanChat.Client.Terminal.Windows;

/// <summary>
/// What stands below the talk: the files on their way, and the lines that wait to be said.
/// </summary>
/// <param name="ink">In which colours.</param>
internal sealed class Outgoing(Ink ink)
{
    public IReadOnlyList<Entry> Waiting { get; set; } = [];

    public IReadOnlyList<Transfer> Transfers { get; set; } = [];

    /// <summary>
    /// The first of the files and the last of the lines; each take a third of the height at most.
    /// </summary>
    public IReadOnlyList<Row> Rows(int cells, int height) =>
    [
        .. Transfers.Take(height / 3).Select(transfer => TransferPane.Of(transfer, ink, cells)),
        .. Waiting.SelectMany(entry => entry.Rows(cells, ink)).TakeLast(height / 3),
    ];
}
