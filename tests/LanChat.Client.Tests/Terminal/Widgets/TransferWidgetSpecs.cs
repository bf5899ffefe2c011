using LanChat.Client.Display;
using LanChat.Client.Terminal.Widgets;
using LanChat.Client.Transfers;

namespace LanChat.Client.Tests.Terminal.Widgets;

public sealed class TransferWidgetSpecs
{
    private static readonly Transfer Half = new(
        "图 1.png", 6_000_000, 12_000_000, TransferState.Sending)
    {
        BytesPerSecond = 1_500_000,
    };

    private static string Shown(Transfer transfer, int cells) =>
        string.Concat(
            TransferWidget.Of(transfer, TestTheme.With(ColorSystem.EightBit), cells).Spans.Select(span => span.Text));

    [Fact]
    public void A_bar_is_between_the_name_and_the_figures()
    {
        Assert.Equal(" sending 图 1.png ━━━━━━━━━━··········· 50 % 6.0 MB/12.0 MB 1.5 MB/s", Shown(Half, 68));
        Assert.Equal(" sending 图 1.png ━━━━━━━━━━━··········· 50 %", Shown(Half, 45));
        Assert.Equal(" 50 % sending 图…", Shown(Half, 17));
        Assert.Equal(" reading 图 1.png ········· 0 % 0 B/12.0 MB", Shown(
            Half with { State = TransferState.Reading, Done = 0, BytesPerSecond = 0 }, 43));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(50)]
    [InlineData(40)]
    [InlineData(20)]
    [InlineData(3)]
    [InlineData(1)]
    public void A_transfer_is_one_line_at_any_width(int cells) =>
        Assert.InRange(CellWidth.Of(Shown(Half with { Name = new string('长', 300) + "\n" }, cells)), 1, cells);

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1000, "1.0 KB")]
    [InlineData(999_949, "999.9 KB")]
    [InlineData(999_950, "1.0 MB")]
    [InlineData(2_147_483_648, "2.1 GB")]
    [InlineData(5e15, "5000.0 TB")]
    public void Sizes_have_a_suitable_unit(double bytes, string shown) =>
        Assert.Equal(shown, FileSize.Of(bytes));
}
