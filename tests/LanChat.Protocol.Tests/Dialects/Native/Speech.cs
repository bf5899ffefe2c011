namespace LanChat.Protocol.Tests.Dialects.Native;

/// <summary>Short for what a client said.</summary>
internal static class Speech
{
    public static ClientMessage Enter(string nickname) => new ClientMessage.Enter(nickname);

    public static ClientMessage Say(string text) => new ClientMessage.Say(text);

    public static ClientMessage Pong(long number) => new ClientMessage.Pong(number);

    public static ClientMessage Bad(Refusal reason) => new ClientMessage.Bad(reason);
}
