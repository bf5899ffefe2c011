using System.Net;
using System.Net.Sockets;
using System.Text;
using LanChat.Client.Doctor.Facts;
using LanChat.Client.Sessions;

namespace LanChat.Client.Tests.Doctor;

public sealed class RoomProbeSpecs
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("""{"code":9,"msg":"error","data":{"error":"nickname-empty","text":"…","closes":true}}""", null)]
    [InlineData(
        """{"code":9,"msg":"error","data":{"error":"too-many-connections","text":"…","closes":true}}""",
        "too-many-connections")]
    [InlineData("""{"code":0,"msg":"消息记录","data":[]}{"code":4,"msg":"群公告","data":"…"}""", null)]
    [InlineData("""{"code":0,"msg":"消息记录","data":[]}""", null)]
    public void A_room_is_known_by_its_first_frame(string answer, string? error) =>
        Assert.Equal(new RoomProbeResult.Room(error), RoomProbe.Classify(answer));

    [Theory]
    [InlineData("")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n")]
    [InlineData("{}")]
    public void Whatever_else_is_said_is_no_room(string answer) =>
        Assert.Equal(new RoomProbeResult.NoRoom(), RoomProbe.Classify(answer));

    [Fact]
    public async Task It_asks_by_a_name_that_no_room_takes()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var asking = RoomProbe.Try(AddressOf(listener), Patience);
        using var peer = await listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(peer.GetStream());
        Assert.Equal("""{"hello":1,"nick":""}""", await reader.ReadLineAsync());

        await peer.GetStream().WriteAsync(
            Encoding.UTF8.GetBytes("""{"code":9,"data":{"error":"nickname-empty"}}""" + "\n"));
        Assert.Equal(new RoomProbeResult.Room(), await asking);
    }

    [Fact]
    public async Task Who_hangs_up_without_a_word_is_no_room()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var asking = RoomProbe.Try(AddressOf(listener), Patience);
        (await listener.AcceptTcpClientAsync()).Dispose();

        Assert.Equal(new RoomProbeResult.NoRoom(), await asking);
    }

    [Fact]
    public async Task Nobody_at_the_port_is_told_as_that()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = AddressOf(listener);
        listener.Dispose();

        Assert.Equal(new RoomProbeResult.NothingThere(), await RoomProbe.Try(address, Patience));
    }

    private static ServerAddress AddressOf(TcpListener listener) =>
        new("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);
}
