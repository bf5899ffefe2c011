using System.Net.Sockets;
using LanChat.Protocol;

namespace LanChat.Server.Tests;

public sealed class HostingSpecs() : HostSpec(TimeProvider.System)
{
    [Fact]
    public async Task A_message_of_one_client_is_received_by_another()
    {
        using var ann = await EnterAsync("Ann");
        using var ben = await EnterAsync("Ben");

        ann.Client.Send("hello\n"u8);

        Assert.Contains("\"nickname\":\"Ann\"", await ReadAsync(ben, until: "\"message\":\"hello\""));
    }

    [Fact]
    public async Task Clients_get_the_goodbye_before_the_program_ends()
    {
        using var stranger = new TcpClient();
        await stranger.ConnectAsync(EndPoint);
        using var ann = await EnterAsync("Ann");

        var stopped = Host.StopAsync();

        await ReadAsync(ann, until: Refusal.Closing.Text);
        await ReadAsync(stranger, until: Refusal.Closing.Text);
        ann.Close();
        stranger.Close();
        await stopped.WaitAsync(Timeout);
    }

    [Fact]
    public async Task A_client_that_does_not_close_does_not_delay_the_end()
    {
        using var ann = await EnterAsync("Ann");

        await Host.StopAsync().WaitAsync(Timeout);

        await ReadAsync(ann, until: Refusal.Closing.Text);
        Assert.Throws<SocketException>(() => new TcpClient().Connect(EndPoint));
    }
}
