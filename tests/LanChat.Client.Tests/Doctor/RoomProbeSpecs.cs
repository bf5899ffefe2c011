using System.Net;
using System.Net.Sockets;
using System.Text;
using LanChat.Client.Doctor.Facts;
using LanChat.Client.Sessions;

namespace LanChat.Client.Tests.Doctor;

public sealed class RoomProbeSpecs
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("""{"code":9,"msg":"error","data":{"error":"nickname-empty","text":"…","closes":true}}""", null)]
    [InlineData(
        """{"code":9,"msg":"error","data":{"error":"too-many-connections","text":"…","closes":true}}""",
        "too-many-connections")]
    [InlineData("""{"code":0,"msg":"消息记录","data":[]}{"code":4,"msg":"群公告","data":"…"}""", null)]
    [InlineData("""{"code":0,"msg":"消息记录","data":[]}""", null)]
    public void A_room_is_recognized_by_its_first_frame(string answer, string? error) =>
        Assert.Equal(new RoomProbeResult.Room(error), RoomProbe.Classify(answer));

    [Theory]
    [InlineData("")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n")]
    [InlineData("{}")]
    public void Other_answers_are_not_from_a_room(string answer) =>
        Assert.Equal(new RoomProbeResult.NoRoom(), RoomProbe.Classify(answer));

    [Fact]
    public async Task The_probe_sends_an_invalid_nickname()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var asking = RoomProbe.Try(AddressOf(listener), Timeout);
        using var peer = await listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(peer.GetStream());
        Assert.Equal("""{"hello":1,"nick":""}""", await reader.ReadLineAsync());

        await peer.GetStream().WriteAsync(
            Encoding.UTF8.GetBytes("""{"code":9,"data":{"error":"nickname-empty"}}""" + "\n"));
        Assert.Equal(new RoomProbeResult.Room(), await asking);
    }

    [Fact]
    public async Task A_server_that_closes_without_an_answer_is_not_a_room()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var asking = RoomProbe.Try(AddressOf(listener), Timeout);
        (await listener.AcceptTcpClientAsync()).Dispose();

        Assert.Equal(new RoomProbeResult.NoRoom(), await asking);
    }

    [Fact]
    public async Task A_closed_port_is_reported()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = AddressOf(listener);
        listener.Dispose();

        Assert.Equal(new RoomProbeResult.NothingThere(), await RoomProbe.Try(address, Timeout));
    }

    private static ServerAddress AddressOf(TcpListener listener) =>
        new("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);
}
