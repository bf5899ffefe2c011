using LanChat.Client.Transfers;
using LanChat.Client.Views;

namespace LanChat.Client.Tests.Terminal;

public sealed class TransferSpecs : ViewSpec
{
    [Fact]
    public void A_file_on_its_way_stands_below_the_talk_until_it_is_there()
    {
        Show(new ViewProtocol.ShowRemark("before"), new ViewProtocol.ShowTransfers(
            [new Transfer("a.bin", 500, 1000, TransferState.Sending)]));
        Assert.Equal("before\n sending a.bin ━━━···· 50 % 500 B/1.0 KB", Above);

        Show(new ViewProtocol.ShowTransfers([]));
        Assert.Equal("before", Above);
    }
}
