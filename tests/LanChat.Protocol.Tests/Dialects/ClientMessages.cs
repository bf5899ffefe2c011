namespace LanChat.Protocol.Tests.Dialects;

/// <summary>Short constructors of client messages.</summary>
internal static class ClientMessages
{
    public static ClientMessage Enter(string nickname) => new EnterRequest(nickname);

    /// <summary>
    /// The join of a dialect that refuses a taken nickname and lets the client retry.
    /// </summary>
    public static ClientMessage Login(string nickname) =>
        new EnterRequest(nickname, Numbering: Numbering.Refused, MayRetry: true);

    public static ClientMessage Say(string text) => new ClientMessage.Say(text);

    public static ClientMessage Act(string text) => new ClientMessage.Act(text);

    public static ClientMessage Tell(string to, string text) => new ClientMessage.Tell(to, text);

    public static ClientMessage Rename(string nickname) => new ClientMessage.Rename(nickname);

    public static ClientMessage Share(string name, string text, string? to = null) =>
        new ClientMessage.Share(name, text, to);

    public static ClientMessage Away(string text) => new ClientMessage.Away(text);

    public static ClientMessage List() => new ClientMessage.List();

    public static ClientMessage Help() => new ClientMessage.Help();

    public static ClientMessage Ignore() => new ClientMessage.Ignore();

    public static ClientMessage Leave() => new ClientMessage.Leave();

    public static ClientMessage Ping(long number) => new ClientMessage.Ping(number);

    public static ClientMessage Pong(long number) => new ClientMessage.Pong(number);

    public static ClientMessage Answered(string text) => new ClientMessage.Answered(text);

    public static ClientMessage Invalid(Refusal reason) => new ClientMessage.Invalid(reason);
}
