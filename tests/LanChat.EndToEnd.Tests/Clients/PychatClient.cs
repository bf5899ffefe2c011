using System.Text.RegularExpressions;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Clients;

/// <summary>
/// A pychat client that has read the greeting. Replaces times by <c>CTIME</c>, so that texts can be
/// compared.
/// </summary>
internal sealed partial class PychatClient : IDisposable
{
    public const string Greeting = "欢迎你到来PY_CHATTING!请输入你的很cooooool的昵称(不能带有空格哟`)\r\n";

    public const string LoginSucceeded =
        """{"type":"login","success":true,"msg":"昵称建立成功,输入/ls可查看所有在线的人,输入/help可以查看帮助(所有首字符为/的消息都不会发送)"}""";

    private readonly OlderClient _client;

    private PychatClient(OlderClient client) => _client = client;

    public static string System(string text) =>
        $$"""{"type":"system_msg","msg":"[TIME : CTIME]\r\n[ SYSTEM ] : {{text}}\r\n"}""";

    public static async Task<PychatClient> Connect(ServerProgram server)
    {
        var client = await OlderClient.Connect(server.EndPointOf("pychat"));
        Assert.Equal(Greeting, await client.Next());
        return new PychatClient(client);
    }

    /// <summary>
    /// Logs in and reads all replies to the login. A client that disconnected before may be told as
    /// gone in between.
    /// </summary>
    public static async Task<PychatClient> Login(ServerProgram server, string name)
    {
        var client = await Connect(server);
        await client.Send($$"""{"type":"login","msg":"{{name}}"}""");
        Assert.Equal(LoginSucceeded, await client.NextButDepartures());
        Assert.Equal(System(name + "已经进入了聊天室"), await client.NextButDepartures());
        return client;
    }

    public Task Send(string message) => _client.Send(message);

    public async Task<string> Next() => Time().Replace(await _client.Next(), "[TIME : CTIME]");

    private async Task<string> NextButDepartures()
    {
        while (true)
        {
            if (await Next() is var message && !message.Contains("离开了PY_CHAT", StringComparison.Ordinal)) return message;
        }
    }

    public Task<string> Next(string part) => _client.Next(part);

    public Task<string> NextAsItCame() => _client.Next();

    public void Reset() => _client.Reset();

    public void Dispose() => _client.Dispose();

    [GeneratedRegex(@"\[TIME : \w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}\]")]
    private static partial Regex Time();
}
