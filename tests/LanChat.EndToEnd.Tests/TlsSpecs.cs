using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

public sealed class TlsSpecs
{
    private static Task<ServerProgram> Start(params string[] settings) =>
        ServerProgram.Start(["lanchat.server.transport=kestrel", "lanchat.server.tls=on", .. settings]);

    private static async Task<(SslStream Stream, string Fingerprint)> Connect(ServerProgram server)
    {
        var fingerprint = "";
        var client = new TcpClient();
        await client.ConnectAsync(server.EndPoint);
        var stream = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, certificate, _, _) =>
        {
            var hash = certificate!.GetCertHash(HashAlgorithmName.SHA256);
            fingerprint = string.Join(':', hash.Select(part => $"{part:X2}"));
            return true;
        });
        await stream.AuthenticateAsClientAsync("localhost");
        return (stream, fingerprint);
    }

    private static async Task<string> ReadUntil(SslStream stream, string text)
    {
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        var (all, buffer) = (new MemoryStream(), new byte[8192]);
        while (true)
        {
            var read = Encoding.UTF8.GetString(all.ToArray());
            if (read.Contains(text, StringComparison.Ordinal)) return read;
            var count = await stream.ReadAsync(buffer, timeout.Token);
            if (count == 0) throw new EndOfStreamException(read);
            all.Write(buffer, 0, count);
        }
    }

    [Fact]
    public async Task Clients_talk_over_TLS_with_the_certificate_whose_fingerprint_is_shown()
    {
        await using var server = await Start();
        var (ann, fingerprint) = await Connect(server);
        await using var first = ann;
        var (ben, _) = await Connect(server);
        await using var second = ben;
        Assert.Contains("TCP, TLS", server.Banner);
        Assert.Contains(fingerprint, server.Banner);

        await ann.WriteAsync("Ann\n"u8.ToArray());
        await ReadUntil(ann, "【Ann】");
        await ben.WriteAsync("Ben\nhello\n"u8.ToArray());
        await ReadUntil(ann, "hello");

        var end = server.Stop();
        await ReadUntil(ann, "The room closes");
        Assert.Equal(0, await ann.ReadAsync(new byte[1]));
        await ann.DisposeAsync();
        Assert.Equal(0, await end);
    }

    [Fact]
    public async Task A_client_without_TLS_is_disconnected_and_does_not_affect_others()
    {
        await using var server = await Start();
        using var plain = new TcpClient();
        await plain.ConnectAsync(server.EndPoint);
        plain.Client.Send("Ann\n{}\nthis is no handshake\n"u8);

        var (ben, _) = await Connect(server);
        await using var stream = ben;
        await ben.WriteAsync("Ben\n"u8.ToArray());
        await ReadUntil(ben, "【Ben】");

        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        var alert = new byte[1024];
        try
        {
            while (await plain.GetStream().ReadAsync(alert, timeout.Token) > 0)
            {
            }
        }
        catch (IOException)
        {
            // A reset is an end as well.
        }
    }

    [Fact]
    public async Task A_file_without_a_certificate_is_one_line_that_names_the_key_and_exit_code_2()
    {
        await using var server = RunningProgram.Start(
            "lanchat-server",
            ["--memory", "--set", "lanchat.server.transport=kestrel", "--set", "lanchat.server.tls=/no/such/file"]);

        Assert.Equal(2, await server.ExitCode());
        Assert.Contains("lanchat.server.tls", Assert.Single(server.Errors));
    }
}
