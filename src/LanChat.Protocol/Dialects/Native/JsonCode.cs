namespace LanChat.Protocol.Dialects.Native;

/// <summary>The field <c>code</c> of a frame. 0, 1, 2 and 4 are the older system's; the rest is for rich clients.</summary>
internal static class JsonCode
{
    public const int History = 0;
    public const int Message = 1;
    public const int Members = 2;
    public const int Welcome = 3;
    public const int Notice = 4;
    public const int MemberChanges = 5;
    public const int Ping = 8;
    public const int Error = 9;
}
