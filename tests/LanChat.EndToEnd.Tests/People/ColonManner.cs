namespace LanChat.EndToEnd.Tests.People;

/// <summary>The desktop client with the list of users.</summary>
internal sealed class ColonManner : Manner
{
    private const string Everyone = "【群发】";
    private string _user = "";

    public override string Dialect => "colon";

    public override string Enter(string name) => _user = name;

    public override string Say(string text) => Tell(Everyone, text);

    public override string Tell(string name, string text) => $"{text}:;{_user}:;{name}";

    public override IEnumerable<Words> Understand(string received)
    {
        // A list of users is JSON.
        if (received.StartsWith('[')) yield break;
        var parts = received.Split(":;");
        var (from, target) = (parts[1], parts[2]);
        Assert.StartsWith($" {from}:", parts[0]);
        Assert.True(target == Everyone || from == _user || target == _user, $"overheard: {received}");
        if (from != "系统消息") yield return new Words(from, parts[0][(from.Length + 2)..], target != Everyone);
    }
}
