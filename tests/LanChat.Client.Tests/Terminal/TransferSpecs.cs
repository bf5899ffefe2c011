using LanChat.Client.Transfers;
using LanChat.Client.Views;

namespace LanChat.Client.Tests.Terminal;

public sealed class TransferSpecs : ViewSpec
{
    [Fact]
    public void A_transfer_is_shown_below_the_transcript_until_it_ends()
    {
        Show(new ViewProtocol.ShowRemark("before"), new ViewProtocol.ShowTransfers(
            [new Transfer("a.bin", 500, 1000, TransferState.Sending)]));
        Assert.Equal("before\n sending a.bin ━━━···· 50 % 500 B/1.0 KB", Above);

        Show(new ViewProtocol.ShowTransfers([]));
        Assert.Equal("before", Above);
    }
}
