namespace LanChat.EndToEnd.Tests.People;

/// <summary>The desktop client with the user list.</summary>
internal sealed class ColonCodec : ClientCodec
{
    private const string Everyone = "【群发】";
    private string _user = "";

    public override string Dialect => "colon";

    public override string EncodeJoin(string name) => _user = name;

    public override string EncodeMessage(string text) => EncodePrivateMessage(Everyone, text);

    public override string EncodePrivateMessage(string name, string text) => $"{text}:;{_user}:;{name}";

    public override IEnumerable<ReceivedMessage> Decode(string received)
    {
        // A user list is JSON.
        if (received.StartsWith('[')) yield break;
        var parts = received.Split(":;");
        var (from, target) = (parts[1], parts[2]);
        Assert.StartsWith($" {from}:", parts[0]);
        Assert.True(target == Everyone || from == _user || target == _user, $"overheard: {received}");
        if (from != "系统消息") yield return new ReceivedMessage(from, parts[0][(from.Length + 2)..], target != Everyone);
    }
}
