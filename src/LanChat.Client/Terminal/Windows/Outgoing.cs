using LanChat.Client.Terminal.Screens;
using LanChat.Client.Terminal.Widgets;
using LanChat.Client.Transfers;

namespace LanChat.Client.Terminal.Windows;

/// <summary>The rows below the transcript: transfers and unsent messages.</summary>
/// <param name="theme">The theme.</param>
internal sealed class Outgoing(Theme theme)
{
    public IReadOnlyList<Entry> Waiting { get; set; } = [];

    public IReadOnlyList<Transfer> Transfers { get; set; } = [];

    /// <summary>
    /// The first transfers and the last unsent messages; each at most a third of the height.
    /// </summary>
    public IReadOnlyList<Row> Rows(int cells, int height) =>
    [
        .. Transfers.Take(height / 3).Select(transfer => TransferWidget.Of(transfer, theme, cells)),
        .. Waiting.SelectMany(entry => entry.Rows(cells, theme)).TakeLast(height / 3),
    ];
}
