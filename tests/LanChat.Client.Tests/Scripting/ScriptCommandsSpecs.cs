using LanChat.Client.Cli;
using LanChat.Client.Scripting;

namespace LanChat.Client.Tests.Scripting;

public sealed class ScriptCommandsSpecs
{
    [Theory]
    [InlineData("send", "hello")]
    [InlineData("send", "--connect", "nowhere:", "hello")]
    [InlineData("send", "--connect", "localhost:1", "")]
    [InlineData("send", "--connect", "localhost:1", "--json", "hello")]
    [InlineData("send", "--connect", "localhost:1", "hello", "-x", "--", "-y")]
    [InlineData("send", "--connect", "localhost:1", "--nick", "系统消息", "hello")]
    [InlineData("send", "--room", "\u202E", "hello")]
    [InlineData("tail")]
    [InlineData("tail", "--connect", "localhost:1", "-n", "-1")]
    [InlineData("tail", "--connect", "localhost:1", "-n", "x")]
    [InlineData("members")]
    [InlineData("members", "--room", "x", "--wait", "0")]
    [InlineData("rooms", "--wait", "soon")]
    [InlineData("rooms", "--wait", "NaN")]
    [InlineData("rooms", "--wait", "0,5")]
    [InlineData("rooms", "--connect", "localhost:1")]
    public async Task A_wrong_call_exits_with_code_2(params string[] args) =>
        Assert.Equal(2, await CommandLine.RunAsync(args, (_, _) => Task.FromResult(0), ScriptCommands.For));
}
