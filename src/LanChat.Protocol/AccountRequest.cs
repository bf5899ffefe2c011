namespace LanChat.Protocol;

/// <summary>A request of a client about its account.</summary>
public abstract record AccountRequest : ClientMessage.ServerRequest
{
    private AccountRequest()
    {
    }

    /// <summary>Asks for a code that links another device to the client's account.</summary>
    public sealed record Link : AccountRequest;

    /// <summary>Asks for the devices of the client's account.</summary>
    public sealed record ListDevices : AccountRequest;

    /// <summary>Takes a device off the client's account.</summary>
    /// <param name="Number">Its <see cref="AccountDevice.Number"/>.</param>
    public sealed record Unlink(long Number) : AccountRequest;
}
