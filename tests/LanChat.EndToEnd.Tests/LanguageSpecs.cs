using System.Net;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

/// <summary>Both programs in Chinese, and what is never translated.</summary>
public sealed class LanguageSpecs(OneServer one) : IClassFixture<OneServer>
{
    private static readonly string[] ByEnvironment = ["env", "LC_ALL=", "LC_MESSAGES=", "LANG=zh_CN.UTF-8"];

    [Fact]
    public async Task The_banner_is_translated_but_log_and_protocol_are_not()
    {
        await using var server = RunningProgram.Start(
            "lanchat-server",
            ["--name", "我们的房间", "--port", "0", "--web", "off", "--set", "lanchat.server.listen.address=127.0.0.1",
             "--set", "lanchat.discovery.targets=[\"127.255.255.255\"]", "--verbose"],
            ByEnvironment);
        var banner = new List<string>();
        while (!banner.Contains("按 Ctrl+C 关闭房间。")) banner.Add((await server.Output.ReadLineAsync())!);

        Assert.StartsWith("LanChat 服务器 ", banner[0]);
        Assert.Equal("房间      我们的房间", banner[1]);
        var address = banner[2].Split(' ')[^1];
        using var client = await LineClient.Enter(IPEndPoint.Parse(address), "ann");
        await client.Type("/bogus");
        await client.Receive("There is no such command; /help lists them all.");
        Assert.DoesNotContain(server.Errors, line => line.Any(character => character >= '\u3000')
            && !line.Contains("我们的房间"));
    }

    [Fact]
    public async Task The_client_shows_a_refusal_in_its_own_language()
    {
        await using var client = RunningProgram.Start(
            "lanchat", ["send", "--connect", $"{one.Server.EndPoint}", "--nick", "小明", "--to", "nobody", "你好"],
            ByEnvironment);
        client.Input.Close();

        Assert.Equal(1, await client.ExitCode());
        Assert.Equal("没有发送：这里没有叫这个昵称的人。", Assert.Single(client.Errors));
    }

    [Fact]
    public async Task The_option_overrides_the_environment_and_an_invalid_one_is_reported_in_the_system_language()
    {
        await using var english = RunningProgram.Start("lanchat", ["--lang", "en", "bogus"], ByEnvironment);
        await using var wrong = RunningProgram.Start("lanchat", ["--lang", "fr"], ByEnvironment);

        Assert.Equal(2, await english.ExitCode());
        Assert.Equal(
            "lanchat: Unknown command or option bogus. See --help.", Assert.Single(english.Errors));
        Assert.Equal(2, await wrong.ExitCode());
        Assert.Equal("lanchat: --lang：fr 无效，可选：en, zh", Assert.Single(wrong.Errors));
    }
}
