namespace LanChat.Client.Views;

/// <summary>The room the user is in, or is about to enter.</summary>
/// <param name="Room">Its name; its address as long as the name is not known.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Nickname">What the user is called there; null as long as it is not known.</param>
/// <param name="Link">How the connection stands.</param>
/// <param name="Latency">How long the room takes to answer, if that is known.</param>
internal sealed record Place(string Room, string Address, string? Nickname, Link Link, TimeSpan? Latency = null);
