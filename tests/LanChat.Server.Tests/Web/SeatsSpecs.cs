using System.Net;
using LanChat.Server.Web;

namespace LanChat.Server.Tests.Web;

public sealed class SeatsSpecs
{
    private static readonly IPAddress Ann = IPAddress.Parse("10.0.0.1");
    private static readonly IPAddress Ben = IPAddress.Parse("10.0.0.2");

    private static int Fill(Seats seats, IPAddress address)
    {
        var count = 0;
        while (seats.Take(address) is not null) count++;
        return count;
    }

    [Fact]
    public void An_address_has_so_many_and_never_all()
    {
        Assert.Equal(6, Fill(new Seats(100, 6), Ann));
        Assert.Equal(75, Fill(new Seats(100, 0), Ann));
        Assert.Equal(75, Fill(new Seats(100, 6), IPAddress.Loopback));
        Assert.Equal(1, Fill(new Seats(1, 6), Ann));
    }

    [Fact]
    public void There_are_so_many_in_all()
    {
        var seats = new Seats(8, 0);

        Assert.Equal((6, 2), (Fill(seats, Ann), Fill(seats, Ben)));
    }

    [Fact]
    public void One_that_is_left_is_free_again_once()
    {
        var seats = new Seats(100, 2);
        var seat = seats.Take(Ann)!;
        Fill(seats, Ann);

        seat.Leave();
        seat.Leave();

        Assert.Equal(1, Fill(seats, Ann));
    }
}
